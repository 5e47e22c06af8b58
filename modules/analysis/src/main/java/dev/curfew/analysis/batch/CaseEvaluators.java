package dev.curfew.analysis.batch;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/// The evaluators that answer files of cases, by the name of whose policies they decide.
public final class CaseEvaluators {

    private CaseEvaluators() {}

    public static Map<String, CaseEvaluator> all(InstantSource clock) {
        Map<String, CaseEvaluator> all = new LinkedHashMap<>();
        all.put("aws", new AwsCases());
        all.put("vault", new VaultCases(clock));
        all.put("kubernetes", new KubernetesCases());
        return all;
    }
}
