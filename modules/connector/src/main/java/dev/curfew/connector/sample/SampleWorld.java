package dev.curfew.connector.sample;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// What all three providers of one sample have in common: the company's services and batch jobs.
///
/// @param now the estate's present
record SampleWorld(Instant now, List<Service> services, List<BatchJob> batchJobs) {
    /// The identities that the stories tell of, over all providers.
    static final int STORY_IDENTITIES = 24;

    /// Each service is a role, a service account and an approle.
    private static final int IDENTITIES_PER_SERVICE = 3;

    /// One identity in so many is an old batch job with a key of its own.
    private static final int BATCH_SHARE = 12;

    private static final List<String> TEAMS =
            List.of("payments", "tracking", "customs", "fleet", "data", "mobile", "billing", "warehouse");
    private static final List<String> NOUNS = List.of(
            "invoice",
            "route",
            "manifest",
            "container",
            "tariff",
            "driver",
            "quote",
            "berth",
            "pallet",
            "label",
            "customer",
            "ledger",
            "sensor",
            "schedule",
            "claim",
            "notice");
    private static final List<String> ROLES =
            List.of("api", "worker", "sync", "gateway", "indexer", "exporter", "scheduler", "webhook");
    private static final List<String> ENVIRONMENTS = List.of("production", "production", "staging", "development");

    /// @param ageDays since it was created
    /// @param idleDays since it was last seen at work
    record Service(
            String team, String name, String environment, boolean hasOwner, int ageDays, int idleDays, int ttlHours) {}

    record BatchJob(String team, String name, int keyAgeDays, int idleDays) {}

    static SampleWorld of(int identities, long seed, Instant now) {
        Random random = new Random(seed);
        int crowd = identities - STORY_IDENTITIES;
        int count = (crowd - identities / BATCH_SHARE) / IDENTITIES_PER_SERVICE;
        List<Service> services = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            services.add(service(i, random));
        }
        List<BatchJob> jobs = new ArrayList<>();
        for (int i = 0; i < crowd - count * IDENTITIES_PER_SERVICE; i++) {
            jobs.add(batchJob(i, random));
        }
        return new SampleWorld(now, List.copyOf(services), List.copyOf(jobs));
    }

    private static Service service(int number, Random random) {
        String team = pick(TEAMS, random);
        String name = NOUNS.get(number % NOUNS.size()) + "-" + ROLES.get(number / NOUNS.size() % ROLES.size())
                + suffix(number / (NOUNS.size() * ROLES.size()));
        return new Service(
                team,
                name,
                pick(ENVIRONMENTS, random),
                random.nextInt(20) != 0,
                20 + random.nextInt(1200),
                random.nextInt(10) == 0 ? 60 + random.nextInt(300) : random.nextInt(4),
                1 + random.nextInt(1000));
    }

    private static BatchJob batchJob(int number, Random random) {
        String name = "batch-" + NOUNS.get(number % NOUNS.size()) + suffix(number / NOUNS.size());
        return new BatchJob(pick(TEAMS, random), name, 30 + random.nextInt(1500), random.nextInt(500));
    }

    private static String suffix(int round) {
        return round == 0 ? "" : "-" + (round + 1);
    }

    private static String pick(List<String> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
