# input() reads lines of standard input, writes its prompt without a line end, and raises EOFError at the end.
# stdin: Ada
# stdin:
# stdin: last line
name = input("name? ")
print("hello,", name)  # expect: name? hello, Ada
print(repr(input()))  # expect: ''
print(repr(input()))  # expect: 'last line'
try:
    input("more? ")
except EOFError as error:
    print("EOFError:", error)  # expect: more? EOFError: EOF when reading a line
