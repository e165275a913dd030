"""Texts of the young carers tender pack and the code that sets them as Word documents."""
