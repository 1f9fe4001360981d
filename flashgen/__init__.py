"""Turn a history article and a curated YAML file into an Anki deck that one can trust."""

__version__ = "0.1.0"
