# Sockets that lead to sockets of the same program, and conversions of addresses.
import socket


def error(call, *arguments, **keywords):
    try:
        answer = call(*arguments, **keywords)
    except Exception as e:
        print(type(e).__name__, e)
    else:
        print("no error", answer)


a, b = socket.socketpair()
print(a.family.name, a.type.name, a.proto, a.getsockname(), a.getpeername(), a.gettimeout(), a.getblocking())
print(a.send(b"abc"), b.recv(2, socket.MSG_PEEK), b.recv(10))
error(a.send, "x")
a.sendall(b"abcdef")
buffer = bytearray(4)
print(b.recv_into(buffer), buffer, b.recv_into(buffer, 1), buffer, b.recvfrom(3), b.recv(0))
error(b.recv_into, b"abc")
error(b.recv_into, buffer, 5)
error(b.recv_into, buffer, -1)
error(b.recv, -1)
error(b.recv, 1, socket.MSG_DONTWAIT)
error(b.settimeout, "x")
error(b.settimeout, -1)
b.settimeout(0.01)
print(b.timeout, b.gettimeout(), b.getblocking())
error(b.recv, 1)
b.setblocking(False)
print(b.timeout, b.getblocking())
error(b.recv, 1)
b.setblocking(True)
error(a.shutdown, 9)
a.shutdown(socket.SHUT_WR)
print(b.recv(3))
error(a.send, b"1")
b.sendall(b"still")
print(a.recv(9))
with a.makefile("r") as f:
    b.sendall(b"one\ntwo\n")
    b.close()
    print(f.readlines())
error(b.recv, 1)
print(b.fileno(), b)
a.close()

for kind in (socket.SOCK_DGRAM, socket.SOCK_SEQPACKET):
    a, b = socket.socketpair(socket.AF_UNIX, kind)
    a.send(b"first")
    a.send(b"second")
    print(b.recv(3), b.recv(100))
    a.close()
    b.close()

with socket.create_server(("127.0.0.1", 0)) as server:
    address = server.getsockname()
    print(address[0], address[1] > 1023)
    with socket.create_connection(address) as client:
        connection, peer = server.accept()
        print(peer == client.getsockname(), client.getpeername() == address, connection.getsockname() == address)
        with connection:
            client.sendall(b"ping")
            print(connection.recv(10))
            connection.sendall(b"pong")
        print(client.recv(10), client.recv(10))
        error(client.connect, address)
        print(client.connect_ex(address))
    server.settimeout(0.01)
    error(server.accept)
    with socket.socket() as other:
        error(other.bind, address)
with socket.socket() as s:
    print(s.getsockname())
    error(s.connect, address)
    error(s.getpeername)
    error(s.bind, ("127.0.0.1", 70000))
    error(s.bind, "a")
    error(s.bind, ("127.0.0.1", "a"))
    error(s.bind, (1, 2))
    error(s.recv, 1)
    error(s.setsockopt, 1, "a", 1)
    print(s.getsockopt(socket.SOL_SOCKET, socket.SO_TYPE), s.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR))
with socket.socket(socket.AF_UNIX) as s:
    error(s.bind, 1)
    error(s.connect, "no_such_socket")
    error(s.recv, 1)
    error(s.send, b"a")
    error(s.listen)
    error(s.accept)
    print(s.getsockname())
error(socket.socket, 77)
error(socket.socket, fileno=999)
error(socket.socket, fileno="a")
error(socket.socket, fileno=-5)
error(socket.socketpair, socket.AF_INET)
error(socket.socketpair, socket.AF_UNIX, 17)

print(socket.htons(1), socket.ntohl(1), socket.htonl(0x12345678))
error(socket.ntohs, -1)
error(socket.ntohs, 70000)
error(socket.htonl, 2**33)
error(socket.htonl, "a")
for text in ("1.2.3.4", "1.2.3", "0x10.1", "017.1.1.1", "1", "256.1.1.1", "1.2.3.4.5", "x", "", "1.2.3.4 x", "1..2"):
    error(socket.inet_aton, text)
for text in ("1.2.3.4", "1.2.3", "01.2.3.4", "256.1.1.1"):
    error(socket.inet_pton, socket.AF_INET, text)
six = ("::", "::1", "1::", "1:2:3:4:5:6:7:8", "::ffff:1.2.3.4", "1::2::3", "12345::", "fe80::1%lo", ":1", "1:2:3:4:5:6:7")
for text in six + ("::1.2.3.4", "64:ff9b::1.2.3.4", "0:0:1::", "a:0:0:b:0:0:0:c", "1:2:3:4:5:6:7::"):
    try:
        packed = socket.inet_pton(socket.AF_INET6, text)
    except OSError as e:
        print(text, e)
    else:
        print(text, packed.hex(), socket.inet_ntop(socket.AF_INET6, packed))
error(socket.inet_pton, 99, "::1")
print(socket.inet_ntoa(b"\x01\x02\x03\xff"), socket.inet_ntop(socket.AF_INET, b"\0\0\0\1"))
error(socket.inet_ntoa, b"123")
error(socket.inet_ntop, socket.AF_INET6, b"123")
print(socket.getaddrinfo("127.0.0.1", 80, type=socket.SOCK_STREAM))
print(socket.getaddrinfo("::1", "80", proto=socket.IPPROTO_TCP))
print(len(socket.getaddrinfo("1.2", None)), socket.getnameinfo(("127.0.0.1", 80), 3))
error(socket.getaddrinfo, 1, None)
print(socket.getservbyname("https"), socket.getservbyport(80), socket.getprotobyname("udp"))
error(socket.getservbyname, "nothing at all")
print(socket.CMSG_LEN(4), socket.CMSG_SPACE(4))
socket.setdefaulttimeout(2.5)
with socket.socket() as s:
    print(socket.getdefaulttimeout(), s.gettimeout())
socket.setdefaulttimeout(None)
print(socket.getdefaulttimeout(), issubclass(socket.gaierror, OSError), socket.timeout is TimeoutError)

# expect: AF_UNIX SOCK_STREAM 0   None True
# expect: 3 b'ab' b'abc'
# expect: TypeError a bytes-like object is required, not 'str'
# expect: 4 bytearray(b'ebcd') 1 bytearray(b'ebcd') (b'f', None) b''
# expect: TypeError recv_into() argument 1 must be read-write bytes-like object, not bytes
# expect: ValueError buffer too small for requested bytes
# expect: ValueError negative buffersize in recv_into
# expect: ValueError negative buffersize in recv
# expect: BlockingIOError [Errno 11] Resource temporarily unavailable
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: ValueError Timeout value out of range
# expect: 0.01 0.01 True
# expect: TimeoutError timed out
# expect: 0.0 False
# expect: BlockingIOError [Errno 11] Resource temporarily unavailable
# expect: OSError [Errno 22] Invalid argument
# expect: b''
# expect: BrokenPipeError [Errno 32] Broken pipe
# expect: b'still'
# expect: ['one\n', 'two\n']
# expect: OSError [Errno 9] Bad file descriptor
# expect: -1 <socket.socket [closed] fd=-1, family=1, type=1, proto=0>
# expect: b'fir' b'second'
# expect: b'fir' b'second'
# expect: 127.0.0.1 True
# expect: True True True
# expect: b'ping'
# expect: b'pong' b''
# expect: OSError [Errno 106] Transport endpoint is already connected
# expect: 106
# expect: TimeoutError timed out
# expect: OSError [Errno 98] Address already in use
# expect: ('0.0.0.0', 0)
# expect: ConnectionRefusedError [Errno 111] Connection refused
# expect: OSError [Errno 107] Transport endpoint is not connected
# expect: OverflowError bind(): port must be 0-65535.
# expect: TypeError bind(): AF_INET address must be tuple, not str
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError str, bytes or bytearray expected, not int
# expect: OSError [Errno 107] Transport endpoint is not connected
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: 1 0
# expect: TypeError a bytes-like object is required, not 'int'
# expect: FileNotFoundError [Errno 2] No such file or directory
# expect: OSError [Errno 22] Invalid argument
# expect: OSError [Errno 107] Transport endpoint is not connected
# expect: OSError [Errno 22] Invalid argument
# expect: OSError [Errno 22] Invalid argument
# expect:
# expect: OSError [Errno 97] Address family not supported by protocol
# expect: OSError [Errno 9] Bad file descriptor
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: ValueError negative file descriptor
# expect: OSError [Errno 95] Operation not supported
# expect: OSError [Errno 22] Invalid argument
# expect: 256 16777216 2018915346
# expect: OverflowError ntohs: can't convert negative Python int to C 16-bit unsigned integer
# expect: OverflowError ntohs: Python int too large to convert to C 16-bit unsigned integer
# expect: OverflowError int larger than 32 bits
# expect: TypeError expected int, str found
# expect: no error b'\x01\x02\x03\x04'
# expect: no error b'\x01\x02\x00\x03'
# expect: no error b'\x10\x00\x00\x01'
# expect: no error b'\x0f\x01\x01\x01'
# expect: no error b'\x00\x00\x00\x01'
# expect: OSError illegal IP address string passed to inet_aton
# expect: OSError illegal IP address string passed to inet_aton
# expect: OSError illegal IP address string passed to inet_aton
# expect: OSError illegal IP address string passed to inet_aton
# expect: no error b'\x01\x02\x03\x04'
# expect: OSError illegal IP address string passed to inet_aton
# expect: no error b'\x01\x02\x03\x04'
# expect: OSError illegal IP address string passed to inet_pton
# expect: OSError illegal IP address string passed to inet_pton
# expect: OSError illegal IP address string passed to inet_pton
# expect: :: 00000000000000000000000000000000 ::
# expect: ::1 00000000000000000000000000000001 ::1
# expect: 1:: 00010000000000000000000000000000 1::
# expect: 1:2:3:4:5:6:7:8 00010002000300040005000600070008 1:2:3:4:5:6:7:8
# expect: ::ffff:1.2.3.4 00000000000000000000ffff01020304 ::ffff:1.2.3.4
# expect: 1::2::3 illegal IP address string passed to inet_pton
# expect: 12345:: illegal IP address string passed to inet_pton
# expect: fe80::1%lo illegal IP address string passed to inet_pton
# expect: :1 illegal IP address string passed to inet_pton
# expect: 1:2:3:4:5:6:7 illegal IP address string passed to inet_pton
# expect: ::1.2.3.4 00000000000000000000000001020304 ::1.2.3.4
# expect: 64:ff9b::1.2.3.4 0064ff9b000000000000000001020304 64:ff9b::102:304
# expect: 0:0:1:: 00000000000100000000000000000000 0:0:1::
# expect: a:0:0:b:0:0:0:c 000a00000000000b000000000000000c a:0:0:b::c
# expect: 1:2:3:4:5:6:7:: 00010002000300040005000600070000 1:2:3:4:5:6:7:0
# expect: OSError [Errno 97] Address family not supported by protocol
# expect: 1.2.3.255 0.0.0.1
# expect: OSError packed IP wrong length for inet_ntoa
# expect: ValueError invalid length of packed IP address string
# expect: [(<AddressFamily.AF_INET: 2>, <SocketKind.SOCK_STREAM: 1>, 6, '', ('127.0.0.1', 80))]
# expect: [(<AddressFamily.AF_INET6: 10>, <SocketKind.SOCK_STREAM: 1>, 6, '', ('::1', 80, 0, 0))]
# expect: 3 ('127.0.0.1', '80')
# expect: TypeError getaddrinfo() argument 1 must be string or None
# expect: 443 http 17
# expect: OSError service/proto not found
# expect: 20 24
# expect: 2.5 2.5
# expect: None True True
