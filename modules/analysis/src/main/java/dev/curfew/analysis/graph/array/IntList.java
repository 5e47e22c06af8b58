package dev.curfew.analysis.graph.array;

import java.util.Arrays;

/// A growing list of ints, without boxes.
public final class IntList {
    private static final int CAPACITY_FIRST = 16;

    private int[] values = new int[CAPACITY_FIRST];
    private int size;

    public static IntList of(int... values) {
        IntList list = new IntList();
        for (int value : values) {
            list.add(value);
        }
        return list;
    }

    public void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1));
        }
        values[size] = value;
        size++;
    }

    /// @param from the first of the values to add
    /// @param to behind the last of them
    void addAll(int[] more, int from, int to) {
        int count = to - from;
        if (count > values.length - size) {
            values = Arrays.copyOf(values, Math.max(size + count, size + (size >> 1)));
        }
        System.arraycopy(more, from, values, size, count);
        size += count;
    }

    public int get(int index) {
        return values[index];
    }

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    public int removeLast() {
        size--;
        return values[size];
    }

    public void clear() {
        size = 0;
    }

    public int[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
