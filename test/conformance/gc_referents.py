# What objects refer to, in the order in which C visits it: of iterators, streams, patterns and their helpers.
import functools, gc, io, itertools, operator, re

pattern = re.compile("(?P<x>a)(b)")
OBJECTS = [
    pattern, re.compile("a"), pattern.match("ab"), pattern.scanner("abc"), io.BytesIO(b"abc"), itertools.accumulate([1, 2]),
    itertools.accumulate([1, 2], max, initial=5), itertools.starmap(len, [[]]), operator.attrgetter("a"),
    operator.attrgetter("a.b", "c"), operator.itemgetter(1), operator.itemgetter(1, 2), functools.partial(len, [1], k=1),
    re._compile_template(pattern, r"\1x"), itertools.chain([1], [2]), itertools.cycle([1]), itertools.islice([1], 1),
    itertools.product([1], [2]), itertools.zip_longest([1], [2]), itertools.pairwise([1, 2]), itertools.count(1, 2),
    enumerate([1]), zip([1], [2]), map(len, [1]), reversed([1]), property(len), slice([], 1), list[int], int | str,
]
for one in OBJECTS:
    print(type(one).__name__, [re.sub("0x[0-9a-f]+", "0x…", repr(other)) for other in gc.get_referents(one)])
total = itertools.accumulate([1, 2], initial=None)
print(list(total), [type(other).__name__ for other in gc.get_referents(total)])

# expect: Pattern ["<class 're.Pattern'>", "{'x': 1}", "(None, 'x', None)", "'(?P<x>a)(b)'"]
# expect: Pattern ["<class 're.Pattern'>", "'a'"]
# expect: Match ["<class 're.Match'>", "'ab'", "re.compile('(?P<x>a)(b)')"]
# expect: SRE_Scanner ["<class '_sre.SRE_Scanner'>", "re.compile('(?P<x>a)(b)')"]
# expect: BytesIO ["<class '_io.BytesIO'>", "b'abc'"]
# expect: accumulate ["<class 'itertools.accumulate'>", '<list_iterator object at 0x…>', 'None']
# expect: accumulate ["<class 'itertools.accumulate'>", '<built-in function max>', '<list_iterator object at 0x…>', '5']
# expect: starmap ["<class 'itertools.starmap'>", '<list_iterator object at 0x…>', '<built-in function len>']
# expect: attrgetter ["('a',)", "<class 'operator.attrgetter'>"]
# expect: attrgetter ["(('a', 'b'), 'c')", "<class 'operator.attrgetter'>"]
# expect: itemgetter ["<class 'operator.itemgetter'>", '1']
# expect: itemgetter ["<class 'operator.itemgetter'>", '(1, 2)']
# expect: partial ["<class 'functools.partial'>", '<built-in function len>', '([1],)', "{'k': 1}"]
# expect: SRE_Template ["<class '_sre.SRE_Template'>", "''", "'x'"]
# expect: chain ["<class 'itertools.chain'>", '<tuple_iterator object at 0x…>']
# expect: cycle ["<class 'itertools.cycle'>", '<list_iterator object at 0x…>', '[]']
# expect: islice ["<class 'itertools.islice'>", '<list_iterator object at 0x…>']
# expect: product ["<class 'itertools.product'>", '((1,), (2,))']
# expect: zip_longest ["<class 'itertools.zip_longest'>", '(<list_iterator object at 0x…>, <list_iterator object at 0x…>)', '(None, None)', 'None']
# expect: pairwise ["<class 'itertools.pairwise'>", '<list_iterator object at 0x…>', '(None, None)']
# expect: count ["<class 'itertools.count'>", '1', '2']
# expect: enumerate ['<list_iterator object at 0x…>', '(None, None)']
# expect: zip ['(<list_iterator object at 0x…>, <list_iterator object at 0x…>)', '(None, None)']
# expect: map ['(<list_iterator object at 0x…>,)', '<built-in function len>']
# expect: list_reverseiterator ['[1]']
# expect: property ['<built-in function len>', "'Return the number of items in a container.'"]
# expect: slice ['[]', '1', 'None']
# expect: GenericAlias ["<class 'list'>", "(<class 'int'>,)"]
# expect: UnionType ["(<class 'int'>, <class 'str'>)"]
# expect: [1, 3] ['type', 'list_iterator', 'int', 'NoneType']
