#!/bin/sh
# Ends before the handshake.
. ./common.sh
exit 3
