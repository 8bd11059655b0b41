import _csv, csv, io, sys
def t(f,*a,**k):
    try: print(repr(f(*a,**k)) if not k.pop('_q',None) else 0)
    except BaseException as e: print(type(e).__name__, e)
print(sorted(n for n in dir(_csv) if n[:2]!='__'), _csv.Error.__mro__, _csv.Error.__module__)
D=_csv.Dialect
print(D.__basicsize__, _csv.Reader.__basicsize__, _csv.Writer.__basicsize__, D, _csv.Reader, _csv.Writer)
for f in (_csv.reader,_csv.writer,_csv.list_dialects,_csv.register_dialect,_csv.unregister_dialect,_csv.get_dialect,_csv.field_size_limit): print(f.__name__, f.__text_signature__)
ATT='delimiter doublequote escapechar lineterminator quotechar quoting skipinitialspace strict'.split()
def show(d): print([getattr(d,a) for a in ATT])
show(D()); show(D('excel-tab')); show(D(csv.excel)); show(D(csv.excel(),delimiter=';')); show(csv.get_dialect('unix'))
for kw in [dict(delimiter=''),dict(delimiter='ab'),dict(delimiter=1),dict(delimiter=None),dict(delimiter=b','),dict(quotechar=''),dict(quotechar='ab'),dict(quotechar=None),dict(quotechar=1),dict(quotechar=None,quoting=3),dict(escapechar=1),dict(escapechar=''),dict(escapechar='ab'),dict(escapechar=None),dict(lineterminator=1),dict(lineterminator=None),dict(lineterminator=''),dict(quoting='x'),dict(quoting=9),dict(quoting=-1),dict(quoting=None),dict(quoting=1.5),dict(strict='x'),dict(doublequote=[]),dict(skipinitialspace=5),dict(delimiter='\n'),dict(delimiter='\r'),dict(quotechar='\n'),dict(escapechar='\r'),dict(delimiter='"'),dict(escapechar=','),dict(escapechar='"'),dict(delimiter=' ',skipinitialspace=True),dict(quotechar=' ',skipinitialspace=True),dict(escapechar=' ',skipinitialspace=1),dict(delimiter='x',lineterminator='xy'),dict(quotechar='y',lineterminator='xy'),dict(foo=1),dict(dialect='nope'),dict(dialect=1),dict(dialect=None),dict(quoting=True),dict(escapechar='x',lineterminator='x'),dict(delimiter='\0')]:
    print(kw,end=' ')
    try: show(D(**kw))
    except BaseException as e: print(type(e).__name__, e)
t(D,1,2); t(D,1,2,3,4,5,6,7,8,9,10)
d=D(); t(setattr,d,'delimiter',';'); t(setattr,d,'foo',1); t(delattr,d,'quoting'); import copy,pickle; t(copy.copy,d); t(d.__reduce__); t(d.__reduce_ex__,2); print(D(d) is d, D(d,delimiter=';') is d)
csv.register_dialect('my',delimiter='|'); print(sorted(csv.list_dialects())); show(csv.get_dialect('my')); csv.unregister_dialect('my'); t(csv.get_dialect,'my'); t(csv.unregister_dialect,'my'); t(csv.register_dialect,1); t(csv.register_dialect,'a',1); t(csv.register_dialect,'x',quoting=9); t(csv.register_dialect); t(csv.get_dialect,1); t(csv.get_dialect,[]); csv.register_dialect('q',csv.excel,delimiter=':'); show(csv.get_dialect('q')); csv.unregister_dialect('q')
print(csv.field_size_limit(), csv.field_size_limit(10), csv.field_size_limit()); t(list,csv.reader(['a'*11])); t(list,csv.reader(['"'+'a'*10+'"'])); csv.field_size_limit(131072); t(csv.field_size_limit,'x'); t(csv.field_size_limit,1,2); t(csv.field_size_limit,None)
def rd(lines,**kw):
    try: print(list(csv.reader(lines,**kw)))
    except BaseException as e: print(type(e).__name__, e)
L=[['a,b,c'],['a,"b,c",d'],['a,"b""c",d'],['"a\n','b",c'],['a\r\n','b\n'],[''],['\n'],['a,'],[','],['""'],['"a"b,c'],['"a" ,b'],['a"b,c'],["a'b"],['"abc'],['a\\,b'],['a\rb'],['a\nb'],['a\r\nb'],[' a, b," c"'],['1,"2",3.5'],['1,x'],['"a\r\n','b"'],['a\\'],['a\\','b'],['"a\\','b"'],['"a\\"b"'],['a\0b'],['é,日,\U0001F600'],['a b  c'],["'a,b',c"],[',,"",'],['"a",'],['a\\\nb,c'],['a\\\r\n','x'],['" '],['a,b\n\n'],['"a"\n"b"']]
KW=[{},dict(quoting=csv.QUOTE_NONE),dict(quoting=csv.QUOTE_NONNUMERIC),dict(quoting=csv.QUOTE_STRINGS),dict(quoting=csv.QUOTE_NOTNULL),dict(strict=True),dict(escapechar='\\'),dict(escapechar='\\',strict=True,doublequote=False),dict(doublequote=False),dict(skipinitialspace=True),dict(delimiter=' ',skipinitialspace=True),dict(quotechar="'"),dict(quoting=csv.QUOTE_NONE,escapechar='\\'),dict(quotechar=None,quoting=csv.QUOTE_NONE)]
for kw in KW:
    print(kw)
    for l in L: rd(l,**kw)
rd([b'a']); rd([1]); rd(5); rd('abc'); rd(['a'],dialect='nope'); rd(['a'],dialect='excel-tab'); rd(['a;b'],dialect=csv.excel,delimiter=';')
r=csv.reader(['a,b','"c\n','d"','e']); print(r.line_num,next(r),r.line_num,next(r),r.line_num,next(r),r.line_num, r.dialect, iter(r) is r) if 0 else print(r.line_num,next(r),r.line_num,next(r),r.line_num,next(r),r.line_num, iter(r) is r); t(next,r); show(r.dialect); t(setattr,r,'line_num',1)
t(csv.reader); t(csv.reader,[],1,2); t(csv.writer); t(csv.writer,1); t(csv.reader,[],foo=1); t(_csv.Reader); t(_csv.Writer)
def gen():
    yield 'x,y'
    yield '"1\n'
    yield '2",3'
    raise KeyError('boom')
g=csv.reader(gen()); print(next(g),next(g)); t(next,g)
class W:
    def __init__(s): s.o=[]
    def write(s,x): s.o.append(x); return len(x)
class S:
    def __init__(s,v): s.v=v
    def __str__(s): return s.v
def wr(rows,**kw):
    w=W()
    try:
        c=csv.writer(w,**kw); print([c.writerow(r) for r in rows],end=' ')
    except BaseException as e: print(type(e).__name__, e,end=' ')
    print(w.o)
ROWS=[['a','b'],[1,2.5,None],['a,b','c"d','e\nf','g\rh'],[''],[None],[],['',''],[None,None],[' a','b '],["it's"],['a\\b'],[S('x,y')],[True,1j,3.0],['é日\U0001F600'],('t',),{'k':1}.keys(),iter(['i','j']),(x for x in 'gh'),'str',['"'],['a\tb'],[b'x'],['a b']]
for kw in [{},dict(quoting=1),dict(quoting=2),dict(quoting=3),dict(quoting=3,escapechar='\\'),dict(quoting=4),dict(quoting=5),dict(doublequote=False),dict(doublequote=False,escapechar='\\'),dict(escapechar='\\'),dict(lineterminator='!'),dict(lineterminator='xy'),dict(delimiter='\t'),dict(delimiter=' ',skipinitialspace=True),dict(delimiter=' ',skipinitialspace=True,quoting=5),dict(quotechar="'"),dict(quotechar=None,quoting=3,escapechar='\\'),dict(skipinitialspace=True)]:
    print(kw)
    for r in ROWS[:16]+ROWS[18:]: wr([r],**kw)
wr([iter(['i','j']),(x for x in 'gh')]); wr([5]); wr([None])
w=W(); c=csv.writer(w); t(c.writerows,[[1,2],'ab',(x for x in (3,4))]); print(w.o); t(c.writerows,5); t(c.writerows,[[1],5]); print(w.o); show(c.dialect)
def rows():
    yield [1]
    yield (S(str(i)) for i in range(3))
w=W(); csv.writer(w).writerows(rows()); print(w.o)
f=io.StringIO(); dw=csv.DictWriter(f,['a','b']); dw.writeheader(); dw.writerow({'a':1,'b':'x,y'}); print(repr(f.getvalue())); f.seek(0); print(list(csv.DictReader(f)))
print(csv.Sniffer().sniff('a;b;c\n1;2;3\n').delimiter, csv.Sniffer().has_header('a,b\n1,2\n3,4\n'))

# expect: ['Dialect', 'Error', 'QUOTE_ALL', 'QUOTE_MINIMAL', 'QUOTE_NONE', 'QUOTE_NONNUMERIC', 'QUOTE_NOTNULL', 'QUOTE_STRINGS', 'Reader', 'Writer', '_dialects', 'field_size_limit', 'get_dialect', 'list_dialects', 'reader', 'register_dialect', 'unregister_dialect', 'writer'] (<class '_csv.Error'>, <class 'Exception'>, <class 'BaseException'>, <class 'object'>) _csv
# expect: 48 88 72 <class '_csv.Dialect'> <class '_csv.reader'> <class '_csv.writer'>
# expect: reader None
# expect: writer None
# expect: list_dialects ($module, /)
# expect: register_dialect None
# expect: unregister_dialect ($module, /, name)
# expect: get_dialect ($module, /, name)
# expect: field_size_limit ($module, /, new_limit=<unrepresentable>)
# expect: [',', True, None, '\r\n', '"', 0, False, False]
# expect: ['\t', True, None, '\r\n', '"', 0, False, False]
# expect: [',', True, None, '\r\n', '"', 0, False, False]
# expect: [';', True, None, '\r\n', '"', 0, False, False]
# expect: [',', True, None, '\n', '"', 1, False, False]
# expect: {'delimiter': ''} TypeError "delimiter" must be a 1-character string
# expect: {'delimiter': 'ab'} TypeError "delimiter" must be a 1-character string
# expect: {'delimiter': 1} TypeError "delimiter" must be string, not int
# expect: {'delimiter': None} TypeError "delimiter" must be string, not NoneType
# expect: {'delimiter': b','} TypeError "delimiter" must be string, not bytes
# expect: {'quotechar': ''} TypeError "quotechar" must be a 1-character string
# expect: {'quotechar': 'ab'} TypeError "quotechar" must be a 1-character string
# expect: {'quotechar': None} [',', True, None, '\r\n', None, 3, False, False]
# expect: {'quotechar': 1} TypeError "quotechar" must be string or None, not int
# expect: {'quotechar': None, 'quoting': 3} [',', True, None, '\r\n', None, 3, False, False]
# expect: {'escapechar': 1} TypeError "escapechar" must be string or None, not int
# expect: {'escapechar': ''} TypeError "escapechar" must be a 1-character string
# expect: {'escapechar': 'ab'} TypeError "escapechar" must be a 1-character string
# expect: {'escapechar': None} [',', True, None, '\r\n', '"', 0, False, False]
# expect: {'lineterminator': 1} TypeError "lineterminator" must be a string
# expect: {'lineterminator': None} TypeError lineterminator must be set
# expect: {'lineterminator': ''} [',', True, None, '', '"', 0, False, False]
# expect: {'quoting': 'x'} TypeError "quoting" must be an integer
# expect: {'quoting': 9} TypeError bad "quoting" value
# expect: {'quoting': -1} TypeError bad "quoting" value
# expect: {'quoting': None} TypeError "quoting" must be an integer
# expect: {'quoting': 1.5} TypeError "quoting" must be an integer
# expect: {'strict': 'x'} [',', True, None, '\r\n', '"', 0, False, True]
# expect: {'doublequote': []} [',', False, None, '\r\n', '"', 0, False, False]
# expect: {'skipinitialspace': 5} [',', True, None, '\r\n', '"', 0, True, False]
# expect: {'delimiter': '\n'} ValueError bad delimiter value
# expect: {'delimiter': '\r'} ValueError bad delimiter value
# expect: {'quotechar': '\n'} ValueError bad quotechar value
# expect: {'escapechar': '\r'} ValueError bad escapechar value
# expect: {'delimiter': '"'} ValueError bad delimiter or quotechar value
# expect: {'escapechar': ','} ValueError bad delimiter or escapechar value
# expect: {'escapechar': '"'} ValueError bad escapechar or quotechar value
# expect: {'delimiter': ' ', 'skipinitialspace': True} [' ', True, None, '\r\n', '"', 0, True, False]
# expect: {'quotechar': ' ', 'skipinitialspace': True} ValueError bad quotechar value
# expect: {'escapechar': ' ', 'skipinitialspace': 1} ValueError bad escapechar value
# expect: {'delimiter': 'x', 'lineterminator': 'xy'} ValueError bad delimiter or lineterminator value
# expect: {'quotechar': 'y', 'lineterminator': 'xy'} ValueError bad quotechar or lineterminator value
# expect: {'foo': 1} TypeError this function got an unexpected keyword argument 'foo'
# expect: {'dialect': 'nope'} Error unknown dialect
# expect: {'dialect': 1} [',', True, None, '\r\n', '"', 0, False, False]
# expect: {'dialect': None} [',', True, None, '\r\n', '"', 0, False, False]
# expect: {'quoting': True} TypeError "quoting" must be an integer
# expect: {'escapechar': 'x', 'lineterminator': 'x'} ValueError bad escapechar or lineterminator value
# expect: {'delimiter': '\x00'} ['\x00', True, None, '\r\n', '"', 0, False, False]
# expect: TypeError "delimiter" must be string, not int
# expect: TypeError function takes at most 9 arguments (10 given)
# expect: AttributeError attribute 'delimiter' of '_csv.Dialect' objects is not writable
# expect: AttributeError '_csv.Dialect' object has no attribute 'foo' and no __dict__ for setting new attributes
# expect: AttributeError attribute 'quoting' of '_csv.Dialect' objects is not writable
# expect: TypeError cannot pickle 'Dialect' instances
# expect: TypeError cannot pickle 'Dialect' instances
# expect: TypeError cannot pickle 'Dialect' instances
# expect: True False
# expect: ['excel', 'excel-tab', 'my', 'unix']
# expect: ['|', True, None, '\r\n', '"', 0, False, False]
# expect: Error unknown dialect
# expect: Error unknown dialect
# expect: TypeError dialect name must be a string
# expect: None
# expect: TypeError bad "quoting" value
# expect: TypeError  expected at least 1 argument, got 0
# expect: Error unknown dialect
# expect: TypeError unhashable type: 'list'
# expect: [':', True, None, '\r\n', '"', 0, False, False]
# expect: 131072 131072 10
# expect: Error field larger than field limit (10)
# expect: [['aaaaaaaaaa']]
# expect: TypeError limit must be an integer
# expect: TypeError field_size_limit() takes at most 1 argument (2 given)
# expect: TypeError limit must be an integer
# expect: {}
# expect: [['a', 'b', 'c']]
# expect: [['a', 'b,c', 'd']]
# expect: [['a', 'b"c', 'd']]
# expect: [['a\nb', 'c']]
# expect: [['a'], ['b']]
# expect: [[]]
# expect: [[]]
# expect: [['a', '']]
# expect: [['', '']]
# expect: [['']]
# expect: [['ab', 'c']]
# expect: [['a ', 'b']]
# expect: [['a"b', 'c']]
# expect: [["a'b"]]
# expect: [['abc']]
# expect: [['a\\', 'b']]
# expect: Error new-line character seen in unquoted field - do you need to open the file with newline=''?
# expect: Error new-line character seen in unquoted field - do you need to open the file with newline=''?
# expect: Error new-line character seen in unquoted field - do you need to open the file with newline=''?
# expect: [[' a', ' b', ' c']]
# expect: [['1', '2', '3.5']]
# expect: [['1', 'x']]
# expect: [['a\r\nb']]
# expect: [['a\\']]
# expect: [['a\\'], ['b']]
# expect: [['a\\b']]
# expect: [['a\\b"']]
# expect: [['a\x00b']]
# expect: [['é', '日', '😀']]
# expect: [['a b  c']]
# expect: [["'a", "b'", 'c']]
# expect: [['', '', '', '']]
# expect: [['a', '']]
# expect: Error new-line character seen in unquoted field - do you need to open the file with newline=''?
# expect: [['a\\'], ['x']]
# expect: [[' ']]
# expect: [['a', 'b']]
# expect: Error new-line character seen in unquoted field - do you need to open the file with newline=''?
# expect: {'quoting': 3}
# expect: [['a', 'b', 'c']]
# expect: [['a', '"b', 'c"', 'd']]
# expect: [['a', '"b""c"', 'd']]
# expect: [['"a'], ['b"', 'c']]
# expect: [['a'], ['b']]
# expect: [[]]
# expect: [[]]
# expect: [['a', '']]
# expect: [['', '']]
# expect: [['""']]
# expect: [['"a"b', 'c']]
# expect: [['"a" ', 'b']]
# expect: [['a"b', 'c']]
# expect: [["a'b"]]
# expect: [['"abc']]
# expect: [['a\\', 'b']]
# expect: Error new-line character seen in unquoted field - do you need to open the file with newline=''?
# expect: Error new-line character seen in unquoted field - do you need to open the file with newline=''?
# expect: Error new-line character seen in unquoted field - do you need to open the file with newline=''?
# expect: [[' a', ' b', '" c"']]
# expect: [['1', '"2"', '3.5']]
# expect: [['1', 'x']]
# expect: [['"a'], ['b"']]
# expect: [['a\\']]
# expect: [['a\\'], ['b']]
# expect: [['"a\\'], ['b"']]
# expect: [['"a\\"b"']]
# expect: [['a\x00b']]
# expect: [['é', '日', '😀']]
# expect: [['a b  c']]
# expect: [["'a", "b'", 'c']]
# expect: [['', '', '""', '']]
# expect: [['"a"', '']]
# expect: Error new-line character seen in unquoted field - do you need to open the file with newline=''?
# expect: [['a\\'], ['x']]
# expect: [['" ']]
# expect: [['a', 'b']]
# expect: Error new-line character seen in unquoted field - do you need to open the file with newline=''?
# expect: {'quoting': 2}
# expect: ValueError could not convert string to float: 'a'
# expect: ValueError could not convert string to float: 'a'
# expect: ValueError could not convert string to float: 'a'
# expect: ValueError could not convert string to float: 'c'
# expect: ValueError could not convert string to float: 'a'
# expect: [[]]
# expect: [[]]
# expect: ValueError could not convert string to float: 'a'
# expect: [['', '']]
# expect: [['']]
# expect: ValueError could not convert string to float: 'c'
# expect: ValueError could not convert string to float: 'b'
# expect: ValueError could not convert string to float: 'a"b'
# expect: ValueError could not convert string to float: "a'b"
# expect: [['abc']]
# expect: ValueError could not convert string to float: 'a\\'
# expect: ValueError could not convert string to float: 'a'
# expect: ValueError could not convert string to float: 'a'
# expect: ValueError could not convert string to float: 'a'
# expect: ValueError could not convert string to float: ' a'
# expect: [[1.0, '2', 3.5]]
# expect: ValueError could not convert string to float: 'x'
# expect: [['a\r\nb']]
# expect: ValueError could not convert string to float: 'a\\'
# expect: ValueError could not convert string to float: 'a\\'
# expect: [['a\\b']]
# expect: [['a\\b"']]
# expect: ValueError could not convert string to float: 'a\x00b'
# expect: ValueError could not convert string to float: 'é'
# expect: ValueError could not convert string to float: 'a b  c'
# expect: ValueError could not convert string to float: "'a"
# expect: [['', '', '', '']]
# expect: [['a', '']]
# expect: ValueError could not convert string to float: 'a\\'
# expect: ValueError could not convert string to float: 'a\\'
# expect: [[' ']]
# expect: ValueError could not convert string to float: 'a'
# expect: Error new-line character seen in unquoted field - do you need to open the file with newline=''?
# expect: {'quoting': 4}
# expect: ValueError could not convert string to float: 'a'
# expect: ValueError could not convert string to float: 'a'
# expect: ValueError could not convert string to float: 'a'
# expect: ValueError could not convert string to float: 'c'
# expect: ValueError could not convert string to float: 'a'
# expect: [[]]
# expect: [[]]
# expect: ValueError could not convert string to float: 'a'
# expect: [[None, None]]
# expect: [['']]
# expect: ValueError could not convert string to float: 'c'
# expect: ValueError could not convert string to float: 'b'
# expect: ValueError could not convert string to float: 'a"b'
# expect: ValueError could not convert string to float: "a'b"
# expect: [['abc']]
# expect: ValueError could not convert string to float: 'a\\'
# expect: ValueError could not convert string to float: 'a'
# expect: ValueError could not convert string to float: 'a'
# expect: ValueError could not convert string to float: 'a'
# expect: ValueError could not convert string to float: ' a'
# expect: [[1.0, '2', 3.5]]
# expect: ValueError could not convert string to float: 'x'
# expect: [['a\r\nb']]
# expect: ValueError could not convert string to float: 'a\\'
# expect: ValueError could not convert string to float: 'a\\'
# expect: [['a\\b']]
# expect: [['a\\b"']]
# expect: ValueError could not convert string to float: 'a\x00b'
# expect: ValueError could not convert string to float: 'é'
# expect: ValueError could not convert string to float: 'a b  c'
# expect: ValueError could not convert string to float: "'a"
# expect: [[None, None, '', None]]
# expect: [['a', None]]
# expect: ValueError could not convert string to float: 'a\\'
# expect: ValueError could not convert string to float: 'a\\'
# expect: [[' ']]
# expect: ValueError could not convert string to float: 'a'
# expect: Error new-line character seen in unquoted field - do you need to open the file with newline=''?
# expect: {'quoting': 5}
# expect: [['a', 'b', 'c']]
# expect: [['a', 'b,c', 'd']]
# expect: [['a', 'b"c', 'd']]
# expect: [['a\nb', 'c']]
# expect: [['a'], ['b']]
# expect: [[]]
# expect: [[]]
# expect: [['a', None]]
# expect: [[None, None]]
# expect: [['']]
# expect: [['ab', 'c']]
# expect: [['a ', 'b']]
# expect: [['a"b', 'c']]
# expect: [["a'b"]]
# expect: [['abc']]
# expect: [['a\\', 'b']]
# expect: Error new-line character seen in unquoted field - do you need to open the file with newline=''?
# expect: Error new-line character seen in unquoted field - do you need to open the file with newline=''?
# expect: Error new-line character seen in unquoted field - do you need to open the file with newline=''?
# expect: [[' a', ' b', ' c']]
# expect: [['1', '2', '3.5']]
# expect: [['1', 'x']]
# expect: [['a\r\nb']]
# expect: [['a\\']]
# expect: [['a\\'], ['b']]
# expect: [['a\\b']]
# expect: [['a\\b"']]
# expect: [['a\x00b']]
# expect: [['é', '日', '😀']]
# expect: [['a b  c']]
# expect: [["'a", "b'", 'c']]
# expect: [[None, None, '', None]]
# expect: [['a', None]]
# expect: Error new-line character seen in unquoted field - do you need to open the file with newline=''?
# expect: [['a\\'], ['x']]
# expect: [[' ']]
# expect: [['a', 'b']]
# expect: Error new-line character seen in unquoted field - do you need to open the file with newline=''?
# expect: {'strict': True}
# expect: [['a', 'b', 'c']]
# expect: [['a', 'b,c', 'd']]
# expect: [['a', 'b"c', 'd']]
# expect: [['a\nb', 'c']]
# expect: [['a'], ['b']]
# expect: [[]]
# expect: [[]]
# expect: [['a', '']]
# expect: [['', '']]
# expect: [['']]
# expect: Error ',' expected after '"'
# expect: Error ',' expected after '"'
# expect: [['a"b', 'c']]
# expect: [["a'b"]]
# expect: Error unexpected end of data
# expect: [['a\\', 'b']]
# expect: Error new-line character seen in unquoted field - do you need to open the file with newline=''?
# expect: Error new-line character seen in unquoted field - do you need to open the file with newline=''?
# expect: Error new-line character seen in unquoted field - do you need to open the file with newline=''?
# expect: [[' a', ' b', ' c']]
# expect: [['1', '2', '3.5']]
# expect: [['1', 'x']]
# expect: [['a\r\nb']]
# expect: [['a\\']]
# expect: [['a\\'], ['b']]
# expect: [['a\\b']]
# expect: Error ',' expected after '"'
# expect: [['a\x00b']]
# expect: [['é', '日', '😀']]
# expect: [['a b  c']]
# expect: [["'a", "b'", 'c']]
# expect: [['', '', '', '']]
# expect: [['a', '']]
# expect: Error new-line character seen in unquoted field - do you need to open the file with newline=''?
# expect: [['a\\'], ['x']]
# expect: Error unexpected end of data
# expect: [['a', 'b']]
# expect: Error new-line character seen in unquoted field - do you need to open the file with newline=''?
# expect: {'escapechar': '\\'}
# expect: [['a', 'b', 'c']]
# expect: [['a', 'b,c', 'd']]
# expect: [['a', 'b"c', 'd']]
# expect: [['a\nb', 'c']]
# expect: [['a'], ['b']]
# expect: [[]]
# expect: [[]]
# expect: [['a', '']]
# expect: [['', '']]
# expect: [['']]
# expect: [['ab', 'c']]
# expect: [['a ', 'b']]
# expect: [['a"b', 'c']]
# expect: [["a'b"]]
# expect: [['abc']]
# expect: [['a,b']]
# expect: Error new-line character seen in unquoted field - do you need to open the file with newline=''?
# expect: Error new-line character seen in unquoted field - do you need to open the file with newline=''?
# expect: Error new-line character seen in unquoted field - do you need to open the file with newline=''?
# expect: [[' a', ' b', ' c']]
# expect: [['1', '2', '3.5']]
# expect: [['1', 'x']]
# expect: [['a\r\nb']]
# expect: [['a\n']]
# expect: [['a\nb']]
# expect: [['a\nb']]
# expect: [['a"b']]
# expect: [['a\x00b']]
# expect: [['é', '日', '😀']]
# expect: [['a b  c']]
# expect: [["'a", "b'", 'c']]
# expect: [['', '', '', '']]
# expect: [['a', '']]
# expect: [['a\nb', 'c']]
# expect: [['a\r'], ['x']]
# expect: [[' ']]
# expect: [['a', 'b']]
# expect: Error new-line character seen in unquoted field - do you need to open the file with newline=''?
# expect: {'escapechar': '\\', 'strict': True, 'doublequote': False}
# expect: [['a', 'b', 'c']]
# expect: [['a', 'b,c', 'd']]
# expect: [['a', 'b"c"', 'd']]
# expect: [['a\nb', 'c']]
# expect: [['a'], ['b']]
# expect: [[]]
# expect: [[]]
# expect: [['a', '']]
# expect: [['', '']]
# expect: [['']]
# expect: [['ab', 'c']]
# expect: [['a ', 'b']]
# expect: [['a"b', 'c']]
# expect: [["a'b"]]
# expect: Error unexpected end of data
# expect: [['a,b']]
# expect: Error new-line character seen in unquoted field - do you need to open the file with newline=''?
# expect: Error new-line character seen in unquoted field - do you need to open the file with newline=''?
# expect: Error new-line character seen in unquoted field - do you need to open the file with newline=''?
# expect: [[' a', ' b', ' c']]
# expect: [['1', '2', '3.5']]
# expect: [['1', 'x']]
# expect: [['a\r\nb']]
# expect: Error unexpected end of data
# expect: [['a\nb']]
# expect: [['a\nb']]
# expect: [['a"b']]
# expect: [['a\x00b']]
# expect: [['é', '日', '😀']]
# expect: [['a b  c']]
# expect: [["'a", "b'", 'c']]
# expect: [['', '', '', '']]
# expect: [['a', '']]
# expect: [['a\nb', 'c']]
# expect: [['a\r'], ['x']]
# expect: Error unexpected end of data
# expect: [['a', 'b']]
# expect: Error new-line character seen in unquoted field - do you need to open the file with newline=''?
# expect: {'doublequote': False}
# expect: [['a', 'b', 'c']]
# expect: [['a', 'b,c', 'd']]
# expect: [['a', 'b"c"', 'd']]
# expect: [['a\nb', 'c']]
# expect: [['a'], ['b']]
# expect: [[]]
# expect: [[]]
# expect: [['a', '']]
# expect: [['', '']]
# expect: [['']]
# expect: [['ab', 'c']]
# expect: [['a ', 'b']]
# expect: [['a"b', 'c']]
# expect: [["a'b"]]
# expect: [['abc']]
# expect: [['a\\', 'b']]
# expect: Error new-line character seen in unquoted field - do you need to open the file with newline=''?
# expect: Error new-line character seen in unquoted field - do you need to open the file with newline=''?
# expect: Error new-line character seen in unquoted field - do you need to open the file with newline=''?
# expect: [[' a', ' b', ' c']]
# expect: [['1', '2', '3.5']]
# expect: [['1', 'x']]
# expect: [['a\r\nb']]
# expect: [['a\\']]
# expect: [['a\\'], ['b']]
# expect: [['a\\b']]
# expect: [['a\\b"']]
# expect: [['a\x00b']]
# expect: [['é', '日', '😀']]
# expect: [['a b  c']]
# expect: [["'a", "b'", 'c']]
# expect: [['', '', '', '']]
# expect: [['a', '']]
# expect: Error new-line character seen in unquoted field - do you need to open the file with newline=''?
# expect: [['a\\'], ['x']]
# expect: [[' ']]
# expect: [['a', 'b']]
# expect: Error new-line character seen in unquoted field - do you need to open the file with newline=''?
# expect: {'skipinitialspace': True}
# expect: [['a', 'b', 'c']]
# expect: [['a', 'b,c', 'd']]
# expect: [['a', 'b"c', 'd']]
# expect: [['a\nb', 'c']]
# expect: [['a'], ['b']]
# expect: [[]]
# expect: [[]]
# expect: [['a', '']]
# expect: [['', '']]
# expect: [['']]
# expect: [['ab', 'c']]
# expect: [['a ', 'b']]
# expect: [['a"b', 'c']]
# expect: [["a'b"]]
# expect: [['abc']]
# expect: [['a\\', 'b']]
# expect: Error new-line character seen in unquoted field - do you need to open the file with newline=''?
# expect: Error new-line character seen in unquoted field - do you need to open the file with newline=''?
# expect: Error new-line character seen in unquoted field - do you need to open the file with newline=''?
# expect: [['a', 'b', ' c']]
# expect: [['1', '2', '3.5']]
# expect: [['1', 'x']]
# expect: [['a\r\nb']]
# expect: [['a\\']]
# expect: [['a\\'], ['b']]
# expect: [['a\\b']]
# expect: [['a\\b"']]
# expect: [['a\x00b']]
# expect: [['é', '日', '😀']]
# expect: [['a b  c']]
# expect: [["'a", "b'", 'c']]
# expect: [['', '', '', '']]
# expect: [['a', '']]
# expect: Error new-line character seen in unquoted field - do you need to open the file with newline=''?
# expect: [['a\\'], ['x']]
# expect: [[' ']]
# expect: [['a', 'b']]
# expect: Error new-line character seen in unquoted field - do you need to open the file with newline=''?
# expect: {'delimiter': ' ', 'skipinitialspace': True}
# expect: [['a,b,c']]
# expect: [['a,"b,c",d']]
# expect: [['a,"b""c",d']]
# expect: [['a\nb,c']]
# expect: [['a'], ['b']]
# expect: [[]]
# expect: [[]]
# expect: [['a,']]
# expect: [[',']]
# expect: [['']]
# expect: [['ab,c']]
# expect: [['a', ',b']]
# expect: [['a"b,c']]
# expect: [["a'b"]]
# expect: [['abc']]
# expect: [['a\\,b']]
# expect: Error new-line character seen in unquoted field - do you need to open the file with newline=''?
# expect: Error new-line character seen in unquoted field - do you need to open the file with newline=''?
# expect: Error new-line character seen in unquoted field - do you need to open the file with newline=''?
# expect: [['a,', 'b,"', 'c"']]
# expect: [['1,"2",3.5']]
# expect: [['1,x']]
# expect: [['a\r\nb']]
# expect: [['a\\']]
# expect: [['a\\'], ['b']]
# expect: [['a\\b']]
# expect: [['a\\b"']]
# expect: [['a\x00b']]
# expect: [['é,日,😀']]
# expect: [['a', 'b', 'c']]
# expect: [["'a,b',c"]]
# expect: [[',,"",']]
# expect: [['a,']]
# expect: Error new-line character seen in unquoted field - do you need to open the file with newline=''?
# expect: [['a\\'], ['x']]
# expect: [[' ']]
# expect: [['a,b']]
# expect: Error new-line character seen in unquoted field - do you need to open the file with newline=''?
# expect: {'quotechar': "'"}
# expect: [['a', 'b', 'c']]
# expect: [['a', '"b', 'c"', 'd']]
# expect: [['a', '"b""c"', 'd']]
# expect: [['"a'], ['b"', 'c']]
# expect: [['a'], ['b']]
# expect: [[]]
# expect: [[]]
# expect: [['a', '']]
# expect: [['', '']]
# expect: [['""']]
# expect: [['"a"b', 'c']]
# expect: [['"a" ', 'b']]
# expect: [['a"b', 'c']]
# expect: [["a'b"]]
# expect: [['"abc']]
# expect: [['a\\', 'b']]
# expect: Error new-line character seen in unquoted field - do you need to open the file with newline=''?
# expect: Error new-line character seen in unquoted field - do you need to open the file with newline=''?
# expect: Error new-line character seen in unquoted field - do you need to open the file with newline=''?
# expect: [[' a', ' b', '" c"']]
# expect: [['1', '"2"', '3.5']]
# expect: [['1', 'x']]
# expect: [['"a'], ['b"']]
# expect: [['a\\']]
# expect: [['a\\'], ['b']]
# expect: [['"a\\'], ['b"']]
# expect: [['"a\\"b"']]
# expect: [['a\x00b']]
# expect: [['é', '日', '😀']]
# expect: [['a b  c']]
# expect: [['a,b', 'c']]
# expect: [['', '', '""', '']]
# expect: [['"a"', '']]
# expect: Error new-line character seen in unquoted field - do you need to open the file with newline=''?
# expect: [['a\\'], ['x']]
# expect: [['" ']]
# expect: [['a', 'b']]
# expect: Error new-line character seen in unquoted field - do you need to open the file with newline=''?
# expect: {'quoting': 3, 'escapechar': '\\'}
# expect: [['a', 'b', 'c']]
# expect: [['a', '"b', 'c"', 'd']]
# expect: [['a', '"b""c"', 'd']]
# expect: [['"a'], ['b"', 'c']]
# expect: [['a'], ['b']]
# expect: [[]]
# expect: [[]]
# expect: [['a', '']]
# expect: [['', '']]
# expect: [['""']]
# expect: [['"a"b', 'c']]
# expect: [['"a" ', 'b']]
# expect: [['a"b', 'c']]
# expect: [["a'b"]]
# expect: [['"abc']]
# expect: [['a,b']]
# expect: Error new-line character seen in unquoted field - do you need to open the file with newline=''?
# expect: Error new-line character seen in unquoted field - do you need to open the file with newline=''?
# expect: Error new-line character seen in unquoted field - do you need to open the file with newline=''?
# expect: [[' a', ' b', '" c"']]
# expect: [['1', '"2"', '3.5']]
# expect: [['1', 'x']]
# expect: [['"a'], ['b"']]
# expect: [['a\n']]
# expect: [['a\nb']]
# expect: [['"a\nb"']]
# expect: [['"a"b"']]
# expect: [['a\x00b']]
# expect: [['é', '日', '😀']]
# expect: [['a b  c']]
# expect: [["'a", "b'", 'c']]
# expect: [['', '', '""', '']]
# expect: [['"a"', '']]
# expect: [['a\nb', 'c']]
# expect: [['a\r'], ['x']]
# expect: [['" ']]
# expect: [['a', 'b']]
# expect: Error new-line character seen in unquoted field - do you need to open the file with newline=''?
# expect: {'quotechar': None, 'quoting': 3}
# expect: [['a', 'b', 'c']]
# expect: [['a', '"b', 'c"', 'd']]
# expect: [['a', '"b""c"', 'd']]
# expect: [['"a'], ['b"', 'c']]
# expect: [['a'], ['b']]
# expect: [[]]
# expect: [[]]
# expect: [['a', '']]
# expect: [['', '']]
# expect: [['""']]
# expect: [['"a"b', 'c']]
# expect: [['"a" ', 'b']]
# expect: [['a"b', 'c']]
# expect: [["a'b"]]
# expect: [['"abc']]
# expect: [['a\\', 'b']]
# expect: Error new-line character seen in unquoted field - do you need to open the file with newline=''?
# expect: Error new-line character seen in unquoted field - do you need to open the file with newline=''?
# expect: Error new-line character seen in unquoted field - do you need to open the file with newline=''?
# expect: [[' a', ' b', '" c"']]
# expect: [['1', '"2"', '3.5']]
# expect: [['1', 'x']]
# expect: [['"a'], ['b"']]
# expect: [['a\\']]
# expect: [['a\\'], ['b']]
# expect: [['"a\\'], ['b"']]
# expect: [['"a\\"b"']]
# expect: [['a\x00b']]
# expect: [['é', '日', '😀']]
# expect: [['a b  c']]
# expect: [["'a", "b'", 'c']]
# expect: [['', '', '""', '']]
# expect: [['"a"', '']]
# expect: Error new-line character seen in unquoted field - do you need to open the file with newline=''?
# expect: [['a\\'], ['x']]
# expect: [['" ']]
# expect: [['a', 'b']]
# expect: Error new-line character seen in unquoted field - do you need to open the file with newline=''?
# expect: Error iterator should return strings, not bytes (the file should be opened in text mode)
# expect: Error iterator should return strings, not int (the file should be opened in text mode)
# expect: TypeError 'int' object is not iterable
# expect: [['a'], ['b'], ['c']]
# expect: Error unknown dialect
# expect: [['a']]
# expect: [['a', 'b']]
# expect: 0 ['a', 'b'] 1 ['c\nd'] 3 ['e'] 4 True
# expect-json: "StopIteration "
# expect: [',', True, None, '\r\n', '"', 0, False, False]
# expect: AttributeError readonly attribute
# expect: TypeError  expected at least 1 argument, got 0
# expect: TypeError  expected at most 2 arguments, got 3
# expect: TypeError  expected at least 1 argument, got 0
# expect: TypeError argument 1 must have a "write" method
# expect: TypeError this function got an unexpected keyword argument 'foo'
# expect: TypeError cannot create '_csv.reader' instances
# expect: TypeError cannot create '_csv.writer' instances
# expect: ['x', 'y'] ['1\n2', '3']
# expect: KeyError 'boom'
# expect: {}
# expect: [5] ['a,b\r\n']
# expect: [8] ['1,2.5,\r\n']
# expect: [26] ['"a,b","c""d","e\nf","g\rh"\r\n']
# expect: [4] ['""\r\n']
# expect: [4] ['""\r\n']
# expect: [2] ['\r\n']
# expect: [3] [',\r\n']
# expect: [3] [',\r\n']
# expect: [7] [' a,b \r\n']
# expect: [6] ["it's\r\n"]
# expect: [5] ['a\\b\r\n']
# expect: [7] ['"x,y"\r\n']
# expect: [13] ['True,1j,3.0\r\n']
# expect: [5] ['é日😀\r\n']
# expect: [3] ['t\r\n']
# expect: [3] ['k\r\n']
# expect: [7] ['s,t,r\r\n']
# expect: [6] ['""""\r\n']
# expect: [5] ['a\tb\r\n']
# expect: [6] ["b'x'\r\n"]
# expect: [5] ['a b\r\n']
# expect: {'quoting': 1}
# expect: [9] ['"a","b"\r\n']
# expect: [14] ['"1","2.5",""\r\n']
# expect: [26] ['"a,b","c""d","e\nf","g\rh"\r\n']
# expect: [4] ['""\r\n']
# expect: [4] ['""\r\n']
# expect: [2] ['\r\n']
# expect: [7] ['"",""\r\n']
# expect: [7] ['"",""\r\n']
# expect: [11] ['" a","b "\r\n']
# expect: [8] ['"it\'s"\r\n']
# expect: [7] ['"a\\b"\r\n']
# expect: [7] ['"x,y"\r\n']
# expect: [19] ['"True","1j","3.0"\r\n']
# expect: [7] ['"é日😀"\r\n']
# expect: [5] ['"t"\r\n']
# expect: [5] ['"k"\r\n']
# expect: [13] ['"s","t","r"\r\n']
# expect: [6] ['""""\r\n']
# expect: [7] ['"a\tb"\r\n']
# expect: [8] ['"b\'x\'"\r\n']
# expect: [7] ['"a b"\r\n']
# expect: {'quoting': 2}
# expect: [9] ['"a","b"\r\n']
# expect: [10] ['1,2.5,""\r\n']
# expect: [26] ['"a,b","c""d","e\nf","g\rh"\r\n']
# expect: [4] ['""\r\n']
# expect: [4] ['""\r\n']
# expect: [2] ['\r\n']
# expect: [7] ['"",""\r\n']
# expect: [7] ['"",""\r\n']
# expect: [11] ['" a","b "\r\n']
# expect: [8] ['"it\'s"\r\n']
# expect: [7] ['"a\\b"\r\n']
# expect: [7] ['"x,y"\r\n']
# expect: [13] ['True,1j,3.0\r\n']
# expect: [7] ['"é日😀"\r\n']
# expect: [5] ['"t"\r\n']
# expect: [5] ['"k"\r\n']
# expect: [13] ['"s","t","r"\r\n']
# expect: [6] ['""""\r\n']
# expect: [7] ['"a\tb"\r\n']
# expect: [8] ['"b\'x\'"\r\n']
# expect: [7] ['"a b"\r\n']
# expect: {'quoting': 3}
# expect: [5] ['a,b\r\n']
# expect: [8] ['1,2.5,\r\n']
# expect: Error need to escape, but no escapechar set []
# expect: Error single empty field record must be quoted []
# expect: Error single empty field record must be quoted []
# expect: [2] ['\r\n']
# expect: [3] [',\r\n']
# expect: [3] [',\r\n']
# expect: [7] [' a,b \r\n']
# expect: [6] ["it's\r\n"]
# expect: [5] ['a\\b\r\n']
# expect: Error need to escape, but no escapechar set []
# expect: [13] ['True,1j,3.0\r\n']
# expect: [5] ['é日😀\r\n']
# expect: [3] ['t\r\n']
# expect: [3] ['k\r\n']
# expect: [7] ['s,t,r\r\n']
# expect: Error need to escape, but no escapechar set []
# expect: [5] ['a\tb\r\n']
# expect: [6] ["b'x'\r\n"]
# expect: [5] ['a b\r\n']
# expect: {'quoting': 3, 'escapechar': '\\'}
# expect: [5] ['a,b\r\n']
# expect: [8] ['1,2.5,\r\n']
# expect: [21] ['a\\,b,c\\"d,e\\\nf,g\\\rh\r\n']
# expect: Error single empty field record must be quoted []
# expect: Error single empty field record must be quoted []
# expect: [2] ['\r\n']
# expect: [3] [',\r\n']
# expect: [3] [',\r\n']
# expect: [7] [' a,b \r\n']
# expect: [6] ["it's\r\n"]
# expect: [6] ['a\\\\b\r\n']
# expect: [6] ['x\\,y\r\n']
# expect: [13] ['True,1j,3.0\r\n']
# expect: [5] ['é日😀\r\n']
# expect: [3] ['t\r\n']
# expect: [3] ['k\r\n']
# expect: [7] ['s,t,r\r\n']
# expect: [4] ['\\"\r\n']
# expect: [5] ['a\tb\r\n']
# expect: [6] ["b'x'\r\n"]
# expect: [5] ['a b\r\n']
# expect: {'quoting': 4}
# expect: [9] ['"a","b"\r\n']
# expect: [8] ['1,2.5,\r\n']
# expect: [26] ['"a,b","c""d","e\nf","g\rh"\r\n']
# expect: [4] ['""\r\n']
# expect: Error single empty field record must be quoted []
# expect: [2] ['\r\n']
# expect: [7] ['"",""\r\n']
# expect: [3] [',\r\n']
# expect: [11] ['" a","b "\r\n']
# expect: [8] ['"it\'s"\r\n']
# expect: [7] ['"a\\b"\r\n']
# expect: [7] ['"x,y"\r\n']
# expect: [13] ['True,1j,3.0\r\n']
# expect: [7] ['"é日😀"\r\n']
# expect: [5] ['"t"\r\n']
# expect: [5] ['"k"\r\n']
# expect: [13] ['"s","t","r"\r\n']
# expect: [6] ['""""\r\n']
# expect: [7] ['"a\tb"\r\n']
# expect: [6] ["b'x'\r\n"]
# expect: [7] ['"a b"\r\n']
# expect: {'quoting': 5}
# expect: [9] ['"a","b"\r\n']
# expect: [12] ['"1","2.5",\r\n']
# expect: [26] ['"a,b","c""d","e\nf","g\rh"\r\n']
# expect: [4] ['""\r\n']
# expect: Error single empty field record must be quoted []
# expect: [2] ['\r\n']
# expect: [7] ['"",""\r\n']
# expect: [3] [',\r\n']
# expect: [11] ['" a","b "\r\n']
# expect: [8] ['"it\'s"\r\n']
# expect: [7] ['"a\\b"\r\n']
# expect: [7] ['"x,y"\r\n']
# expect: [19] ['"True","1j","3.0"\r\n']
# expect: [7] ['"é日😀"\r\n']
# expect: [5] ['"t"\r\n']
# expect: [5] ['"k"\r\n']
# expect: [13] ['"s","t","r"\r\n']
# expect: [6] ['""""\r\n']
# expect: [7] ['"a\tb"\r\n']
# expect: [8] ['"b\'x\'"\r\n']
# expect: [7] ['"a b"\r\n']
# expect: {'doublequote': False}
# expect: [5] ['a,b\r\n']
# expect: [8] ['1,2.5,\r\n']
# expect: Error need to escape, but no escapechar set []
# expect: [4] ['""\r\n']
# expect: [4] ['""\r\n']
# expect: [2] ['\r\n']
# expect: [3] [',\r\n']
# expect: [3] [',\r\n']
# expect: [7] [' a,b \r\n']
# expect: [6] ["it's\r\n"]
# expect: [5] ['a\\b\r\n']
# expect: [7] ['"x,y"\r\n']
# expect: [13] ['True,1j,3.0\r\n']
# expect: [5] ['é日😀\r\n']
# expect: [3] ['t\r\n']
# expect: [3] ['k\r\n']
# expect: [7] ['s,t,r\r\n']
# expect: Error need to escape, but no escapechar set []
# expect: [5] ['a\tb\r\n']
# expect: [6] ["b'x'\r\n"]
# expect: [5] ['a b\r\n']
# expect: {'doublequote': False, 'escapechar': '\\'}
# expect: [5] ['a,b\r\n']
# expect: [8] ['1,2.5,\r\n']
# expect: [24] ['"a,b",c\\"d,"e\nf","g\rh"\r\n']
# expect: [4] ['""\r\n']
# expect: [4] ['""\r\n']
# expect: [2] ['\r\n']
# expect: [3] [',\r\n']
# expect: [3] [',\r\n']
# expect: [7] [' a,b \r\n']
# expect: [6] ["it's\r\n"]
# expect: [6] ['a\\\\b\r\n']
# expect: [7] ['"x,y"\r\n']
# expect: [13] ['True,1j,3.0\r\n']
# expect: [5] ['é日😀\r\n']
# expect: [3] ['t\r\n']
# expect: [3] ['k\r\n']
# expect: [7] ['s,t,r\r\n']
# expect: [4] ['\\"\r\n']
# expect: [5] ['a\tb\r\n']
# expect: [6] ["b'x'\r\n"]
# expect: [5] ['a b\r\n']
# expect: {'escapechar': '\\'}
# expect: [5] ['a,b\r\n']
# expect: [8] ['1,2.5,\r\n']
# expect: [26] ['"a,b","c""d","e\nf","g\rh"\r\n']
# expect: [4] ['""\r\n']
# expect: [4] ['""\r\n']
# expect: [2] ['\r\n']
# expect: [3] [',\r\n']
# expect: [3] [',\r\n']
# expect: [7] [' a,b \r\n']
# expect: [6] ["it's\r\n"]
# expect: [6] ['a\\\\b\r\n']
# expect: [7] ['"x,y"\r\n']
# expect: [13] ['True,1j,3.0\r\n']
# expect: [5] ['é日😀\r\n']
# expect: [3] ['t\r\n']
# expect: [3] ['k\r\n']
# expect: [7] ['s,t,r\r\n']
# expect: [6] ['""""\r\n']
# expect: [5] ['a\tb\r\n']
# expect: [6] ["b'x'\r\n"]
# expect: [5] ['a b\r\n']
# expect: {'lineterminator': '!'}
# expect: [4] ['a,b!']
# expect: [7] ['1,2.5,!']
# expect: [25] ['"a,b","c""d","e\nf","g\rh"!']
# expect: [3] ['""!']
# expect: [3] ['""!']
# expect: [1] ['!']
# expect: [2] [',!']
# expect: [2] [',!']
# expect: [6] [' a,b !']
# expect: [5] ["it's!"]
# expect: [4] ['a\\b!']
# expect: [6] ['"x,y"!']
# expect: [12] ['True,1j,3.0!']
# expect: [4] ['é日😀!']
# expect: [2] ['t!']
# expect: [2] ['k!']
# expect: [6] ['s,t,r!']
# expect: [5] ['""""!']
# expect: [4] ['a\tb!']
# expect: [5] ["b'x'!"]
# expect: [4] ['a b!']
# expect: {'lineterminator': 'xy'}
# expect: [5] ['a,bxy']
# expect: [8] ['1,2.5,xy']
# expect: [26] ['"a,b","c""d","e\nf","g\rh"xy']
# expect: [4] ['""xy']
# expect: [4] ['""xy']
# expect: [2] ['xy']
# expect: [3] [',xy']
# expect: [3] [',xy']
# expect: [7] [' a,b xy']
# expect: [6] ["it'sxy"]
# expect: [5] ['a\\bxy']
# expect: [7] ['"x,y"xy']
# expect: [13] ['True,1j,3.0xy']
# expect: [5] ['é日😀xy']
# expect: [3] ['txy']
# expect: [3] ['kxy']
# expect: [7] ['s,t,rxy']
# expect: [6] ['""""xy']
# expect: [5] ['a\tbxy']
# expect: [8] ['"b\'x\'"xy']
# expect: [5] ['a bxy']
# expect: {'delimiter': '\t'}
# expect: [5] ['a\tb\r\n']
# expect: [8] ['1\t2.5\t\r\n']
# expect: [24] ['a,b\t"c""d"\t"e\nf"\t"g\rh"\r\n']
# expect: [4] ['""\r\n']
# expect: [4] ['""\r\n']
# expect: [2] ['\r\n']
# expect: [3] ['\t\r\n']
# expect: [3] ['\t\r\n']
# expect: [7] [' a\tb \r\n']
# expect: [6] ["it's\r\n"]
# expect: [5] ['a\\b\r\n']
# expect: [5] ['x,y\r\n']
# expect: [13] ['True\t1j\t3.0\r\n']
# expect: [5] ['é日😀\r\n']
# expect: [3] ['t\r\n']
# expect: [3] ['k\r\n']
# expect: [7] ['s\tt\tr\r\n']
# expect: [6] ['""""\r\n']
# expect: [7] ['"a\tb"\r\n']
# expect: [6] ["b'x'\r\n"]
# expect: [5] ['a b\r\n']
# expect: {'delimiter': ' ', 'skipinitialspace': True}
# expect: [5] ['a b\r\n']
# expect: [10] ['1 2.5 ""\r\n']
# expect: [24] ['a,b "c""d" "e\nf" "g\rh"\r\n']
# expect: [4] ['""\r\n']
# expect: [4] ['""\r\n']
# expect: [2] ['\r\n']
# expect: [7] ['"" ""\r\n']
# expect: [7] ['"" ""\r\n']
# expect: [11] ['" a" "b "\r\n']
# expect: [6] ["it's\r\n"]
# expect: [5] ['a\\b\r\n']
# expect: [5] ['x,y\r\n']
# expect: [13] ['True 1j 3.0\r\n']
# expect: [5] ['é日😀\r\n']
# expect: [3] ['t\r\n']
# expect: [3] ['k\r\n']
# expect: [7] ['s t r\r\n']
# expect: [6] ['""""\r\n']
# expect: [5] ['a\tb\r\n']
# expect: [6] ["b'x'\r\n"]
# expect: [7] ['"a b"\r\n']
# expect: {'delimiter': ' ', 'skipinitialspace': True, 'quoting': 5}
# expect: [9] ['"a" "b"\r\n']
# expect: Error empty field must be quoted if delimiter is a space and skipinitialspace is true []
# expect: [26] ['"a,b" "c""d" "e\nf" "g\rh"\r\n']
# expect: [4] ['""\r\n']
# expect: Error empty field must be quoted if delimiter is a space and skipinitialspace is true []
# expect: [2] ['\r\n']
# expect: [7] ['"" ""\r\n']
# expect: Error empty field must be quoted if delimiter is a space and skipinitialspace is true []
# expect: [11] ['" a" "b "\r\n']
# expect: [8] ['"it\'s"\r\n']
# expect: [7] ['"a\\b"\r\n']
# expect: [7] ['"x,y"\r\n']
# expect: [19] ['"True" "1j" "3.0"\r\n']
# expect: [7] ['"é日😀"\r\n']
# expect: [5] ['"t"\r\n']
# expect: [5] ['"k"\r\n']
# expect: [13] ['"s" "t" "r"\r\n']
# expect: [6] ['""""\r\n']
# expect: [7] ['"a\tb"\r\n']
# expect: [8] ['"b\'x\'"\r\n']
# expect: [7] ['"a b"\r\n']
# expect: {'quotechar': "'"}
# expect: [5] ['a,b\r\n']
# expect: [8] ['1,2.5,\r\n']
# expect: [23] ['\'a,b\',c"d,\'e\nf\',\'g\rh\'\r\n']
# expect: [4] ["''\r\n"]
# expect: [4] ["''\r\n"]
# expect: [2] ['\r\n']
# expect: [3] [',\r\n']
# expect: [3] [',\r\n']
# expect: [7] [' a,b \r\n']
# expect: [9] ["'it''s'\r\n"]
# expect: [5] ['a\\b\r\n']
# expect: [7] ["'x,y'\r\n"]
# expect: [13] ['True,1j,3.0\r\n']
# expect: [5] ['é日😀\r\n']
# expect: [3] ['t\r\n']
# expect: [3] ['k\r\n']
# expect: [7] ['s,t,r\r\n']
# expect: [3] ['"\r\n']
# expect: [5] ['a\tb\r\n']
# expect: [10] ["'b''x'''\r\n"]
# expect: [5] ['a b\r\n']
# expect: {'quotechar': None, 'quoting': 3, 'escapechar': '\\'}
# expect: [5] ['a,b\r\n']
# expect: [8] ['1,2.5,\r\n']
# expect: [20] ['a\\,b,c"d,e\\\nf,g\\\rh\r\n']
# expect: Error single empty field record must be quoted []
# expect: Error single empty field record must be quoted []
# expect: [2] ['\r\n']
# expect: [3] [',\r\n']
# expect: [3] [',\r\n']
# expect: [7] [' a,b \r\n']
# expect: [6] ["it's\r\n"]
# expect: [6] ['a\\\\b\r\n']
# expect: [6] ['x\\,y\r\n']
# expect: [13] ['True,1j,3.0\r\n']
# expect: [5] ['é日😀\r\n']
# expect: [3] ['t\r\n']
# expect: [3] ['k\r\n']
# expect: [7] ['s,t,r\r\n']
# expect: [3] ['"\r\n']
# expect: [5] ['a\tb\r\n']
# expect: [6] ["b'x'\r\n"]
# expect: [5] ['a b\r\n']
# expect: {'skipinitialspace': True}
# expect: [5] ['a,b\r\n']
# expect: [8] ['1,2.5,\r\n']
# expect: [26] ['"a,b","c""d","e\nf","g\rh"\r\n']
# expect: [4] ['""\r\n']
# expect: [4] ['""\r\n']
# expect: [2] ['\r\n']
# expect: [3] [',\r\n']
# expect: [3] [',\r\n']
# expect: [7] [' a,b \r\n']
# expect: [6] ["it's\r\n"]
# expect: [5] ['a\\b\r\n']
# expect: [7] ['"x,y"\r\n']
# expect: [13] ['True,1j,3.0\r\n']
# expect: [5] ['é日😀\r\n']
# expect: [3] ['t\r\n']
# expect: [3] ['k\r\n']
# expect: [7] ['s,t,r\r\n']
# expect: [6] ['""""\r\n']
# expect: [5] ['a\tb\r\n']
# expect: [6] ["b'x'\r\n"]
# expect: [5] ['a b\r\n']
# expect: [5, 5] ['i,j\r\n', 'g,h\r\n']
# expect: Error iterable expected, not int []
# expect: Error iterable expected, not NoneType []
# expect: None
# expect: ['1,2\r\n', 'a,b\r\n', '3,4\r\n']
# expect: TypeError 'int' object is not iterable
# expect: Error iterable expected, not int
# expect: ['1,2\r\n', 'a,b\r\n', '3,4\r\n', '1\r\n']
# expect: [',', True, None, '\r\n', '"', 0, False, False]
# expect: ['1\r\n', '0,1,2\r\n']
# expect: 'a,b\r\n1,"x,y"\r\n'
# expect: [{'a': '1', 'b': 'x,y'}]
# expect: ; True
