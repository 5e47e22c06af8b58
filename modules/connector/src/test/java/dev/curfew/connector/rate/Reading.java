package dev.curfew.connector.rate;

import dev.curfew.connector.http.Http;
import dev.curfew.connector.http.HttpSettings;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.Observer;
import dev.curfew.model.port.Progress;
import dev.curfew.testbed.HttpCall;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/// Curfew's full reading of the target in the environment, in a process of its own: once for each line it is given,
/// each told of in a line of JSON.
final class Reading {
    /// The line that asks how much of the heap the facts take, too.
    static final String WEIGH = "weigh";

    private Reading() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        AtomicLong requests = new AtomicLong();
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (Http http = new Http(HttpSettings.DEFAULTS, Clock.systemUTC(), _ -> requests.incrementAndGet())) {
            Observer observer = Target.ofEnvironment().observer(http);
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                requests.set(0);
                System.out.println(HttpCall.json(read(observer, requests, order.equals(WEIGH))));
            }
        }
    }

    private static Map<String, Object> read(Observer observer, AtomicLong requests, boolean weighed)
            throws InterruptedException {
        long before = weighed ? heapBytes() : 0;
        Observation observation = observer.observe(Progress.SILENT);
        try {
            Map<String, Object> told = new TreeMap<>();
            told.put("requests", requests.get());
            told.put("facts", observation.facts().size());
            told.put("listed", listed(observation));
            if (weighed) {
                told.put("heapBytes", heapBytes() - before);
            }
            return told;
        } finally {
            Reference.reachabilityFence(observation);
        }
    }

    /// Of what was read whole.
    private static Map<String, Long> listed(Observation observation) {
        Map<String, Long> listed = new TreeMap<>();
        for (Coverage coverage : observation.coverage()) {
            if (coverage.state() == CoverageState.READ) {
                listed.put(coverage.scope(), coverage.items());
            } else {
                System.err.println(coverage);
            }
        }
        return listed;
    }

    private static long heapBytes() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
