package dev.curfew.analysis.aws.program;

import java.util.Arrays;

/// Numbers in a row, as many as come.
public final class Numbers {
    private int[] numbers;
    private int size;

    public Numbers(int expected) {
        this.numbers = new int[expected];
    }

    public void add(int number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size * 2 + 1);
        }
        numbers[size++] = number;
    }

    public void addAll(int[] others, int from, int to) {
        if (size + to - from > numbers.length) {
            numbers = Arrays.copyOf(numbers, size * 2 + to - from);
        }
        System.arraycopy(others, from, numbers, size, to - from);
        size += to - from;
    }

    /// Makes room for so many more, and tells where the first of them is.
    int reserve(int count) {
        int first = size;
        if (first + count > numbers.length) {
            numbers = Arrays.copyOf(numbers, first * 2 + count);
        }
        size = first + count;
        return first;
    }

    /// All of them and the room behind them; until the next one is added.
    int[] room() {
        return numbers;
    }

    public void set(int at, int number) {
        numbers[at] = number;
    }

    public int size() {
        return size;
    }

    public int[] toArray() {
        return Arrays.copyOf(numbers, size);
    }
}
