"""Events: what happened on a date."""
