scripts/circuit.sh show
