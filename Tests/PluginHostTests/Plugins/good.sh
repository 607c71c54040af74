#!/bin/sh
# Behaves: no findings, an orderly end.
. ./common.sh
hello
serve 3
