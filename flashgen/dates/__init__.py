"""Dates as historians know them: calendars, the countries that kept them, and EDTF."""
