"""Runs the functions of one item inside a Python interpreter and speaks the worker protocol (docs/protocol.md)."""
