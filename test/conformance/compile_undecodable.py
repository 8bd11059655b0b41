# What of a source is no UTF-8: most of it is told as a syntax error, some as what it is.
for s in (b':\xb9\xa9]:}\\:"[aa', b"'\xe5x:\tYaxn])a1\xbb.,'\xc8(\x8fb'\x1fb'", b'x = 1\ny = \xff\n', b'f"{\xff}"', b'f"{x:\xff}', b"'\\N{\xff}'", b'"\xff"', b'(\xff', b'# \xff\n('):
    for m in ('exec','single','eval'):
        try: compile(s,'<s>',m)
        except UnicodeDecodeError as e: print(m, s, type(e).__name__, e.encoding, e.object, e.start, e.end, e.reason)
        except SyntaxError as e: print(m, s, e.args)
        except BaseException as e: print(m,s,type(e),e)

# expect: exec b':\xb9\xa9]:}\\:"[aa' UnicodeDecodeError utf-8 b'\xb9\xa9' 0 1 invalid start byte
# expect: single b':\xb9\xa9]:}\\:"[aa' UnicodeDecodeError utf-8 b'\xb9\xa9' 0 1 invalid start byte
# expect: eval b':\xb9\xa9]:}\\:"[aa' UnicodeDecodeError utf-8 b'\xb9\xa9' 0 1 invalid start byte
# expect: exec b"'\xe5x:\tYaxn])a1\xbb.,'\xc8(\x8fb'\x1fb'" UnicodeDecodeError utf-8 b'\xc8' 0 1 unexpected end of data
# expect: single b"'\xe5x:\tYaxn])a1\xbb.,'\xc8(\x8fb'\x1fb'" UnicodeDecodeError utf-8 b'\xc8' 0 1 unexpected end of data
# expect: eval b"'\xe5x:\tYaxn])a1\xbb.,'\xc8(\x8fb'\x1fb'" UnicodeDecodeError utf-8 b'\xc8' 0 1 unexpected end of data
# expect: exec b'x = 1\ny = \xff\n' ("(unicode error) 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte", ('<s>', 2, 5, 'y = �\n', 2, -1))
# expect: single b'x = 1\ny = \xff\n' ('multiple statements found while compiling a single statement', ('<s>', 1, 6, 'x = 1\n', 1, 7))
# expect: eval b'x = 1\ny = \xff\n' UnicodeDecodeError utf-8 b'\xff' 0 1 invalid start byte
# expect: exec b'f"{\xff}"' ("(unicode error) 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte", ('<s>', 1, 4, 'f"{�}"\n', 1, -1))
# expect: single b'f"{\xff}"' ("(unicode error) 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte", ('<s>', 1, 4, 'f"{�}"', 1, -1))
# expect: eval b'f"{\xff}"' ("(unicode error) 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte", ('<s>', 1, 4, 'f"{�}"', 1, -1))
# expect: exec b'f"{x:\xff}' UnicodeDecodeError utf-8 b'\xff' 0 1 invalid start byte
# expect: single b'f"{x:\xff}' UnicodeDecodeError utf-8 b'\xff' 0 1 invalid start byte
# expect: eval b'f"{x:\xff}' UnicodeDecodeError utf-8 b'\xff' 0 1 invalid start byte
# expect: exec b"'\\N{\xff}'" ("(unicode error) 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte", ('<s>', 1, 1, "'\\N{�}'\n", 1, 6))
# expect: single b"'\\N{\xff}'" ("(unicode error) 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte", ('<s>', 1, 1, "'\\N{�}'", 1, 6))
# expect: eval b"'\\N{\xff}'" ("(unicode error) 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte", ('<s>', 1, 1, "'\\N{�}'", 1, 6))
# expect: exec b'"\xff"' ("(unicode error) 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte", ('<s>', 1, 1, '"�"\n', 1, 2))
# expect: single b'"\xff"' ("(unicode error) 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte", ('<s>', 1, 1, '"�"', 1, 2))
# expect: eval b'"\xff"' ("(unicode error) 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte", ('<s>', 1, 1, '"�"', 1, 2))
# expect: exec b'(\xff' ("(unicode error) 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte", ('<s>', 1, 2, '(�\n', 1, -1))
# expect: single b'(\xff' ("(unicode error) 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte", ('<s>', 1, 2, '(�', 1, -1))
# expect: eval b'(\xff' ("(unicode error) 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte", ('<s>', 1, 2, '(�', 1, -1))
# expect: exec b'# \xff\n(' ("'(' was never closed", ('<s>', 2, 1, '(\n', 2, 0))
# expect: single b'# \xff\n(' ("'(' was never closed", ('<s>', 2, 1, '(', 2, 0))
# expect: eval b'# \xff\n(' ("'(' was never closed", ('<s>', 2, 1, '(', 2, 0))
