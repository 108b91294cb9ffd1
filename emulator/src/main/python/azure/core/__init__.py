"""The part of azure-core that the local stand-ins show."""
