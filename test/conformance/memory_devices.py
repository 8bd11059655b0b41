# Devices of the memory can be sought, and stay where they are.
import os

with open("/dev/null", "rb") as f:
    print(f.seekable(), f.tell(), f.seek(5), f.tell(), f.read())  # expect: True 0 0 0 b''

fd = os.open("/dev/null", os.O_RDWR)
print(os.lseek(fd, 7, os.SEEK_END), os.write(fd, b"gone"), os.lseek(fd, 0, os.SEEK_CUR))  # expect: 0 4 0
os.close(fd)
