#!/bin/sh
# Names a requirement that no rule set has.
. ./common.sh
hello
read -r line
answer 3 "{\"findings\":[{\"kind\":\"odd\",\"requirement\":\"x.y\"}]}"
serve 4
