"""A walk through a template without drawing it: which fields of the report model it uses, and which are not there.

What the walk cannot follow, such as the parameters of a macro, it lets pass: drawing tells the rest.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, NamedTuple

from ..errors import UsageError
from ._context import TemplateContext
from ._model_types import UNKNOWN, fields_of, inside, is_mapping, lacks, listed, of_method, value_of
from ._templates import TemplateFile, parsed

_OF_JINJA = frozenset({"loop", "range", "caller", "varargs", "kwargs", "self", "super", "true", "false", "none"})
_SAME = frozenset({"selectattr", "rejectattr", "select", "reject", "sort", "list", "reverse", "unique"})
_ONE = frozenset({"first", "last", "min", "max", "random"})
_BY_ATTRIBUTE = frozenset({"selectattr", "rejectattr", "sort", "unique", "map", "sum", "groupby", "min", "max", "join"})
_FORGIVING_TESTS, _FORGIVING_FILTERS = frozenset({"defined", "undefined"}), frozenset({"default", "d"})


@dataclass(frozen=True, slots=True)
class Walked:
    """What was met: fields used, other templates drawn, and ``file:line: what`` for each thing that is not there."""

    uses: tuple[str, ...]
    files: tuple[str, ...]
    faults: tuple[str, ...]


class _Value(NamedTuple):
    """What is known of an expression: its type, and its path in the report model."""

    kind: Any = UNKNOWN
    path: str = ""


def walk(template: TemplateFile) -> Walked:
    """Go through a template and those it includes. Raises UsageError, with the line, where one cannot be parsed."""
    walker = _Walker(template)
    try:
        walker.file(template.file)
    except RecursionError:
        raise UsageError(f"The template {template.file} is nested too deeply.", file=template.file) from None
    uses = sorted(walker.uses)
    leaves = [use for use in uses if not any(other.startswith((f"{use}.", f"{use}[]")) for other in uses)]
    faults = tuple(f"{file}:{line}: {what}" for file, line, what in sorted(walker.faults))
    return Walked(tuple(leaves), tuple(sorted(walker.files - {template.file})), faults)


class _Walker:
    def __init__(self, template: TemplateFile) -> None:
        self.template = template
        self.uses: set[str] = set()
        self.files: set[str] = set()
        self.faults: set[tuple[str, int, str]] = set()
        self._at = template.file
        self._scopes = [{name: _Value(kind, name) for name, kind in fields_of(TemplateContext).items()}, {}]
        self._forgiving = 0

    def file(self, name: str) -> None:
        tree = parsed(self.template, name) if name not in self.files else None
        if tree is None:
            return
        before, self._at = self._at, name
        self.files.add(name)
        self.look(tree)
        self._at = before

    def look(self, node: Any) -> _Value:
        """Go through a node; what is known of its value if it is an expression."""
        visit = getattr(self, f"_on_{type(node).__name__.lower()}", None)
        if visit is not None:
            return visit(node) or _Value()
        for child in node.iter_child_nodes():
            self.look(child)
        return _Value()

    def _on_name(self, node: Any) -> _Value:
        if node.ctx != "load":
            return self._bind(node, _Value())
        for scope in reversed(self._scopes):
            if node.name in scope:
                return self._used(scope[node.name])
        if node.name not in _OF_JINJA:
            known = [name for scope in self._scopes for name in scope]
            self._fault(node, node.name, node.name, known)
        return _Value()

    def _on_getattr(self, node: Any) -> _Value:
        return self._field(self.look(node.node), node.attr, node)

    def _on_getitem(self, node: Any) -> _Value:
        holder, key = self.look(node.node), node.arg
        self.look(key)
        if isinstance(getattr(key, "value", None), str):
            return self._field(holder, key.value, node)
        if type(key).__name__ == "Slice":
            return holder
        kind = value_of(holder.kind) if is_mapping(holder.kind) else inside(holder.kind)
        return self._used(_Value(kind, holder.path and f"{holder.path}[]"))

    def _field(self, holder: _Value, name: str, node: Any) -> _Value:
        path = f"{holder.path}.{name}" if holder.path else ""
        known = fields_of(holder.kind)
        if holder.kind is not UNKNOWN and lacks(holder.kind, name):
            self._fault(node, path or name, name, list(known))
            return _Value()
        if name in known:
            return self._used(_Value(known[name], path))
        return _Value(value_of(holder.kind), "") if is_mapping(holder.kind) and not hasattr(dict, name) else _Value()

    def _on_call(self, node: Any) -> _Value:
        for argument in (*node.args, *(keyword.value for keyword in node.kwargs)):
            self.look(argument)
        method = getattr(node.node, "attr", "")
        holder = self.look(node.node.node) if method else self.look(node.node)
        if method and is_mapping(holder.kind):
            return _Value(of_method(holder.kind, method))
        if method and holder.kind is not UNKNOWN:
            self._field(holder, method, node.node)
        return _Value()

    def _on_filter(self, node: Any) -> _Value:
        self._forgiving += node.name in _FORGIVING_FILTERS
        value = self.look(node.node) if node.node is not None else _Value()
        self._forgiving -= node.name in _FORGIVING_FILTERS
        for argument in (*node.args, *(keyword.value for keyword in node.kwargs)):
            self.look(argument)
        named = self._by_attribute(node, value)
        if node.name in _SAME:
            return value
        if node.name in _ONE:
            return _Value(inside(value.kind), value.path and f"{value.path}[]")
        if node.name == "map" and named is not None:
            return _Value(listed(named.kind))
        return value if node.name in _FORGIVING_FILTERS else _Value()

    def _by_attribute(self, node: Any, value: _Value) -> _Value | None:
        """The field that a filter such as ``map(attribute="title")`` looks at, if it names one."""
        named = [keyword.value for keyword in node.kwargs if keyword.key == "attribute"]
        if node.name in ("selectattr", "rejectattr", "groupby"):
            named += node.args[:1]
        if node.name not in _BY_ATTRIBUTE or not named or not isinstance(getattr(named[0], "value", None), str):
            return None
        found = _Value(inside(value.kind), value.path and f"{value.path}[]")
        for name in named[0].value.split("."):
            found = self._field(found, name, node)
        return found

    def _on_test(self, node: Any) -> _Value:
        self._forgiving += node.name in _FORGIVING_TESTS
        self.look(node.node)
        self._forgiving -= node.name in _FORGIVING_TESTS
        for argument in node.args or ():
            self.look(argument)
        return _Value()

    def _on_for(self, node: Any) -> None:
        value = self.look(node.iter)
        self._scopes.append({})
        self._bind(node.target, _Value(inside(value.kind), value.path and f"{value.path}[]"))
        for child in ([node.test] if node.test else []) + node.body:
            self.look(child)
        self._scopes.pop()
        for child in node.else_:
            self.look(child)

    def _bind(self, target: Any, value: _Value) -> _Value:
        if type(target).__name__ == "Name":
            self._scopes[-1][target.name] = value
            if value.path:
                self._used(value)
        elif type(target).__name__ == "Tuple":
            kinds = getattr(value.kind, "__args__", ())
            for number, item in enumerate(target.items):
                known = len(kinds) == len(target.items) and Ellipsis not in kinds
                self._bind(item, _Value(kinds[number] if known else inside(value.kind)))
        return value

    def _on_assign(self, node: Any) -> None:
        self._bind(node.target, self.look(node.node))

    def _on_assignblock(self, node: Any) -> None:
        for child in node.body:
            self.look(child)
        self._bind(node.target, _Value())

    def _on_with(self, node: Any) -> None:
        values = [self.look(value) for value in node.values]
        self._within(node.body, list(zip(node.targets, values, strict=True)))

    def _on_macro(self, node: Any) -> None:
        self._scopes[-1][node.name] = _Value()
        self._within(node.body, [(argument, _Value()) for argument in node.args])

    def _on_callblock(self, node: Any) -> None:
        self.look(node.call)
        self._within(node.body, [(argument, _Value()) for argument in node.args])

    def _within(self, body: list[Any], named: list[tuple[Any, _Value]]) -> None:
        self._scopes.append({})
        for target, value in named:
            self._bind(target, value)
        for child in body:
            self.look(child)
        self._scopes.pop()

    def _on_import(self, node: Any) -> None:
        self._scopes[-1][node.target] = _Value()
        self._on_include(node)

    def _on_fromimport(self, node: Any) -> None:
        for name in node.names:
            self._scopes[-1][name if isinstance(name, str) else name[1]] = _Value()
        self._on_include(node)

    def _on_include(self, node: Any) -> None:
        name = getattr(node.template, "value", None)
        for each in [name] if isinstance(name, str) else name if isinstance(name, tuple | list) else ():
            self.file(str(each))

    _on_extends = _on_include

    def _used(self, value: _Value) -> _Value:
        if value.path:
            self.uses.add(value.path)
        return value

    def _fault(self, node: Any, path: str, name: str, known: list[str]) -> None:
        if self._forgiving:
            return
        near = get_close_matches(name, known, n=1)
        meant = f"; did you mean {path.removesuffix(name)}{near[0]}?" if near else ""
        self.faults.add((self._at, node.lineno, f"there is no {path}{meant}"))
