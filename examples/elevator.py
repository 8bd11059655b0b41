# Elevators of an office building, one second at a time (rows 2, 18, 19 and 23: queues, and who points to whom).
# Look at "Names and objects" with `building` selected: passengers move from the queue of a floor into a cabin and out again;
# the same passenger objects all the time, only pointers move. Each queue is a ring: look at its `slots` while `first` and `count` run around it.


class Passenger:
    __slots__ = ("name", "start", "target", "arrived_at", "boarded_at", "left_at")

    def __init__(self, name, start, target, arrived_at):
        self.name = name
        self.start = start
        self.target = target
        self.arrived_at = arrived_at
        self.boarded_at = None
        self.left_at = None

    @property
    def direction(self):
        return 1 if self.target > self.start else -1

    @property
    def wait(self):
        return self.boarded_at - self.arrived_at

    @property
    def ride(self):
        return self.left_at - self.boarded_at

    def __repr__(self):
        return f"{self.name}({self.start}->{self.target})"


class Randomness:
    """Numbers in no visible order, the same in each run: a linear congruential generator."""

    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % limit

    def choice(self, items):
        return items[self.below(len(items))]


class Ring:
    """A queue in a row of slots: two numbers move, the items stay where they are. A full ring doubles its row."""

    def __init__(self, room=4):
        self.slots = [None] * room
        self.first = 0
        self.count = 0

    def __len__(self):
        return self.count

    def __iter__(self):
        for offset in range(self.count):
            yield self.slots[(self.first + offset) % len(self.slots)]

    def push(self, item):
        if self.count == len(self.slots):
            self.slots = [*self, *[None] * self.count]
            self.first = 0
        self.slots[(self.first + self.count) % len(self.slots)] = item
        self.count += 1

    def pop(self):
        if not self.count:
            raise IndexError("pop from an empty ring")
        item = self.slots[self.first]
        self.slots[self.first] = None
        self.first = (self.first + 1) % len(self.slots)
        self.count -= 1
        return item


class Floor:
    def __init__(self, number):
        self.number = number
        self.up = Ring()
        self.down = Ring()
        self.deepest = 0

    def queue(self, direction):
        return self.up if direction > 0 else self.down

    def join(self, passenger):
        self.queue(passenger.direction).push(passenger)
        self.deepest = max(self.deepest, self.waiting)

    @property
    def waiting(self):
        return len(self.up) + len(self.down)


class Elevator:
    CAPACITY = 6
    STOP_SECONDS = 3

    def __init__(self, name, building, home):
        self.name = name
        self.building = building
        self.floor = home
        self.home = home
        self.direction = 0
        self.passengers = []
        self.calls = set()
        self.busy_until = 0
        self.travelled = 0
        self.stops = 0

    @property
    def is_full(self):
        return len(self.passengers) >= self.CAPACITY

    def targets(self):
        return self.calls | {passenger.target for passenger in self.passengers}

    def distance(self, floor, direction):
        """How far a cabin has to go before it can serve a call; a cabin on its way past is nearer than one that must turn."""
        gap = floor - self.floor
        if self.direction == 0:
            return abs(gap)
        ahead = gap * self.direction >= 0
        if ahead and self.direction == direction:
            return abs(gap)
        turning = max((abs(target - self.floor) for target in self.targets()), default=0)
        return 2 * turning + abs(gap)

    def step(self, now):
        if now < self.busy_until:
            return
        if self.wants_to_stop():
            self.stop(now)
            return
        self.turn()
        if self.direction:
            self.floor += self.direction
            self.travelled += 1

    def wants_to_stop(self):
        if any(passenger.target == self.floor for passenger in self.passengers):
            return True
        if self.floor not in self.calls or self.is_full:
            return False
        ahead = any((target - self.floor) * self.direction > 0 for target in self.targets())
        return self.direction == 0 or not ahead or bool(self.building.floors[self.floor].queue(self.direction))

    def stop(self, now):
        self.stops += 1
        self.busy_until = now + self.STOP_SECONDS
        leaving = [passenger for passenger in self.passengers if passenger.target == self.floor]
        self.passengers = [passenger for passenger in self.passengers if passenger.target != self.floor]
        for passenger in leaving:
            passenger.left_at = now
            self.building.served.append(passenger)
        self.calls.discard(self.floor)
        floor = self.building.floors[self.floor]
        if not any((target - self.floor) * self.direction > 0 for target in self.targets()):
            self.direction = 1 if floor.up and (self.direction >= 0 or not floor.down) else -1 if floor.down else 0
        queue = floor.queue(self.direction) if self.direction else ()
        boarded = 0
        while queue and not self.is_full:
            passenger = queue.pop()
            passenger.boarded_at = now
            self.passengers.append(passenger)
            boarded += 1
        self.building.log(now, f"{self.name} at {self.floor}: {len(leaving)} out, {boarded} in, {len(self.passengers)} aboard")
        if floor.waiting:
            self.building.call(self.floor, 1 if floor.up else -1)

    def turn(self):
        targets = self.targets()
        if not targets:
            self.direction = 0 if self.floor == self.home else 1 if self.home > self.floor else -1
            return
        if not self.direction or not any((target - self.floor) * self.direction > 0 for target in targets):
            nearest = min(targets, key=lambda target: (abs(target - self.floor), target))
            self.direction = (nearest > self.floor) - (nearest < self.floor)


class Building:
    def __init__(self, floors, elevators):
        self.floors = [Floor(number) for number in range(floors)]
        self.elevators = [Elevator("ABC"[index], self, home) for index, home in enumerate(elevators)]
        self.served = []
        self.recent = Ring()
        self.events = 0

    def log(self, now, text):
        self.events += 1
        if len(self.recent) == 6:
            self.recent.pop()
        self.recent.push(f"{now:4}  {text}")

    def call(self, floor, direction):
        chosen = min(self.elevators, key=lambda cabin: (cabin.distance(floor, direction), len(cabin.passengers), cabin.name))
        chosen.calls.add(floor)

    def arrive(self, passenger):
        self.floors[passenger.start].join(passenger)
        self.call(passenger.start, passenger.direction)

    def step(self, now):
        for elevator in self.elevators:
            elevator.step(now)

    @property
    def inside(self):
        return sum(floor.waiting for floor in self.floors) + sum(len(cabin.passengers) for cabin in self.elevators)

    def picture(self):
        for floor in reversed(self.floors):
            cabins = " ".join(f"[{cabin.name}{len(cabin.passengers)}]" if cabin.floor == floor.number else " .  " for cabin in self.elevators)
            print(f"   {floor.number:2} {cabins}  {'^' * len(floor.up)}{'v' * len(floor.down)}")


def morning(chance, floors):
    """Most come in at the bottom and go up."""
    return (0, 1 + chance.below(floors - 1)) if chance.below(10) < 7 else other(chance, floors)


def evening(chance, floors):
    return (1 + chance.below(floors - 1), 0) if chance.below(10) < 7 else other(chance, floors)


def other(chance, floors):
    start = chance.below(floors)
    target = (start + 1 + chance.below(floors - 1)) % floors
    return start, target


def average(values):
    values = list(values)
    return sum(values) / len(values) if values else 0.0


def simulate(title, trips, people, every, homes, picture_at=None):
    chance = Randomness(2024)
    building = Building(9, homes)
    now, made = 0, 0
    while made < people or building.inside:
        if made < people and chance.below(every) == 0:
            start, target = trips(chance, len(building.floors))
            made += 1
            building.arrive(Passenger(f"p{made}", start, target, now))
        building.step(now)
        if now == picture_at:
            print(f"{title}, second {now}:")
            building.picture()
        now += 1
        assert now < 10_000, "somebody was forgotten"
    assert len(building.served) == people
    assert all(passenger.wait >= 0 and passenger.ride > 0 for passenger in building.served)
    waits = sorted(passenger.wait for passenger in building.served)
    print(f"{title}: {people} served in {now} s")
    print(f"   wait  {average(waits):6.2f} s on average, half at most {waits[len(waits) // 2]}, the longest {waits[-1]}")
    print(f"   ride  {average(passenger.ride for passenger in building.served):6.2f} s on average")
    print("   queues at most", [floor.deepest for floor in building.floors])
    for cabin in building.elevators:
        print(f"   {cabin.name}: {cabin.travelled:4} floors, {cabin.stops:3} stops")
    return building


simulate("morning", morning, 80, 2, [0, 0, 4], picture_at=100)
last = simulate("evening", evening, 80, 2, [8, 4, 0], picture_at=100)
print("the last of", last.events, "stops:")
print(*last.recent, sep="\n")
simulate("one cabin alone", other, 20, 12, [4])
