# Thin names for the scripts; each line can be typed by hand as well.
.PHONY: check build run format golden bench budget fuzz

build:
	Scripts/bootstrap

run:
	Scripts/bootstrap --run

check:
	Scripts/check

format:
	swift format -i -r Sources Tests Benchmarks Fuzz Package.swift

# Rewrites the approved files; the tests still fail in that run, so read the difference.
golden:
	UPDATE_GOLDEN=1 swift test --disable-xctest

bench:
	Benchmarks/run

budget:
	Benchmarks/budget

# make fuzz TARGET=yaml SECONDS=600
fuzz:
	Fuzz/run $(TARGET) $(SECONDS)
