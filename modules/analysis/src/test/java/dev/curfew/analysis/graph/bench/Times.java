package dev.curfew.analysis.graph.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntConsumer;

/// How long a question took, in the thread's own processor time: on a busy machine elapsed time tells of the others.
final class Times {
    private final String what;
    private final IntConsumer question;
    private final List<Double> millis = new ArrayList<>();

    Times(String what, IntConsumer question) {
        this.what = what;
        this.question = question;
    }

    void run(int start, boolean counts) {
        long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        question.accept(start);
        if (counts) {
            millis.add((ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin) / 1e6);
        }
    }

    double median() {
        Collections.sort(millis);
        return millis.get(millis.size() / 2);
    }

    double min() {
        return Collections.min(millis);
    }

    void print() {
        System.out.printf(
                "%-34s median %.2f ms, least %.2f, most %.2f%n", what, median(), min(), Collections.max(millis));
    }
}
