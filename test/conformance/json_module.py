import json, _json
from json import decoder, encoder
import sys
def t(f,*a,**k):
    try: print(ascii(f(*a,**k)))
    except BaseException as e: print(type(e).__name__, ascii(str(e)))
E_=_json.encode_basestring_ascii; B=_json.encode_basestring; S=_json.scanstring
for s in ['', 'abc', 'a"b\\c/', '\n\r\t\b\f\0\x1f\x7f', 'é', '日本', '\U0001F600\U0010FFFF', '\ud800', '\udc00x', 'x'*300+'é', '\u2028', '\xa0\xff']:
    t(E_,s); t(B,s); assert E_(s)==encoder.py_encode_basestring_ascii(s) and B(s)==encoder.py_encode_basestring(s)
t(E_,1); t(B,b'x'); t(E_)
class X(str): pass
print(type(E_(X('a'))), E_.__text_signature__, E_.__name__, S.__name__)
for args in [('"abc" x',1),('abc"',0),('"a\\"b"',1),('a\\n\\t\\r\\b\\f\\/\\\\"',0),('\\u00e9\\u65e5"',0),('\\ud83d\\ude00"',0),('\\ud83d"',0),('\\ud83d\\u0041"',0),('\\ude00\\ud83d"',0),('é日\U0001F600"',0),('abc',0),('abc\\',0),('abc\\u12',0),('abc\\u12"',0),('abc\\x"',0),('a\nb"',0),('a\nb"',0,False),('a\tb"',0,True),('',0),('"',0),('"',1),('"',2),('"',-1),('\\u 123"',0),('\\u+123"',0),('\\uD83D\\u"',0),('\\uD83d\\uDE0g"',0),('\\uDE00"',0),('x'*1000+'"',0),('\\"',0),('\\u0000"',0), ('\\ud83dx"',0), ('\\ud83d\\n"',0), ('a\x7f"',0), ('a\x1f"',0)]:
    t(S,*args)
    try: r=decoder.py_scanstring(*args)
    except Exception as e: r=(type(e).__name__,str(e))
t(S,1,1); t(S,'a'); t(S,'"a"','x'); t(S,b'"',1); t(S,'a"',0,1,2); t(S, 'a"', 2**70)
t(json.loads,'{"a": [1, 2.5, "x\\u00e9", null, true, false, {"b": {}}], "c": -1e10}'); t(json.loads,'[1,2'); t(json.loads,'"abc'); t(json.loads,'{"a" 1}')
print(json.dumps({'a':[1,2.5,'é\n',None,True],'b':{'c':()}}), json.dumps('日',ensure_ascii=False), json.dumps([1,{'x':2}],indent=2,sort_keys=True))

# expect: '""'
# expect: '""'
# expect: '"abc"'
# expect: '"abc"'
# expect: '"a\\"b\\\\c/"'
# expect: '"a\\"b\\\\c/"'
# expect: '"\\n\\r\\t\\b\\f\\u0000\\u001f\\u007f"'
# expect: '"\\n\\r\\t\\b\\f\\u0000\\u001f\x7f"'
# expect: '"\\u00e9"'
# expect: '"\xe9"'
# expect: '"\\u65e5\\u672c"'
# expect: '"\u65e5\u672c"'
# expect: '"\\ud83d\\ude00\\udbff\\udfff"'
# expect: '"\U0001f600\U0010ffff"'
# expect: '"\\ud800"'
# expect: '"\ud800"'
# expect: '"\\udc00x"'
# expect: '"\udc00x"'
# expect: '"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\\u00e9"'
# expect: '"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\xe9"'
# expect: '"\\u2028"'
# expect: '"\u2028"'
# expect: '"\\u00a0\\u00ff"'
# expect: '"\xa0\xff"'
# expect: TypeError 'first argument must be a string, not int'
# expect: TypeError 'first argument must be a string, not bytes'
# expect: TypeError '_json.encode_basestring_ascii() takes exactly one argument (0 given)'
# expect: <class 'str'> ($self, object, /) encode_basestring_ascii scanstring
# expect: ('abc', 5)
# expect: ('abc', 4)
# expect: ('a"b', 6)
# expect: ('a\n\t\r\x08\x0c/\\', 16)
# expect: ('\xe9\u65e5', 13)
# expect: ('\U0001f600', 13)
# expect: ('\ud83d', 7)
# expect: ('\ud83dA', 13)
# expect: ('\ude00\ud83d', 13)
# expect: ('\xe9\u65e5\U0001f600', 4)
# expect: JSONDecodeError 'Unterminated string starting at: line 1 column 0 (char -1)'
# expect: JSONDecodeError 'Unterminated string starting at: line 1 column 0 (char -1)'
# expect: JSONDecodeError 'Invalid \\uXXXX escape: line 1 column 5 (char 4)'
# expect: JSONDecodeError 'Invalid \\uXXXX escape: line 1 column 5 (char 4)'
# expect: JSONDecodeError 'Invalid \\escape: line 1 column 4 (char 3)'
# expect: JSONDecodeError 'Invalid control character at: line 1 column 2 (char 1)'
# expect: ('a\nb', 4)
# expect: JSONDecodeError 'Invalid control character at: line 1 column 2 (char 1)'
# expect: JSONDecodeError 'Unterminated string starting at: line 1 column 0 (char -1)'
# expect: ('', 1)
# expect: JSONDecodeError 'Unterminated string starting at: line 1 column 1 (char 0)'
# expect: ValueError 'end is out of bounds'
# expect: ValueError 'end is out of bounds'
# expect: JSONDecodeError 'Invalid \\uXXXX escape: line 1 column 2 (char 1)'
# expect: JSONDecodeError 'Invalid \\uXXXX escape: line 1 column 2 (char 1)'
# expect: JSONDecodeError 'Invalid \\uXXXX escape: line 1 column 8 (char 7)'
# expect: JSONDecodeError 'Invalid \\uXXXX escape: line 1 column 8 (char 7)'
# expect: ('\ude00', 7)
# expect: ('xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', 1001)
# expect: JSONDecodeError 'Unterminated string starting at: line 1 column 0 (char -1)'
# expect: ('\x00', 7)
# expect: ('\ud83dx', 8)
# expect: ('\ud83d\n', 9)
# expect: ('a\x7f', 3)
# expect: JSONDecodeError 'Invalid control character at: line 1 column 2 (char 1)'
# expect: TypeError 'first argument must be a string, not int'
# expect: TypeError 'scanstring() takes at least 2 arguments (1 given)'
# expect: TypeError "'str' object cannot be interpreted as an integer"
# expect: TypeError 'first argument must be a string, not bytes'
# expect: TypeError 'scanstring() takes at most 3 arguments (4 given)'
# expect: OverflowError 'Python int too large to convert to C ssize_t'
# expect: {'a': [1, 2.5, 'x\xe9', None, True, False, {'b': {}}], 'c': -10000000000.0}
# expect: JSONDecodeError "Expecting ',' delimiter: line 1 column 5 (char 4)"
# expect: JSONDecodeError 'Unterminated string starting at: line 1 column 1 (char 0)'
# expect: JSONDecodeError "Expecting ':' delimiter: line 1 column 6 (char 5)"
# expect: {"a": [1, 2.5, "\u00e9\n", null, true], "b": {"c": []}} "日" [
# expect:   1,
# expect:   {
# expect:     "x": 2
# expect:   }
# expect: ]
