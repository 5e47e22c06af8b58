package dev.curfew.app.chain.kill;

import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.app.cli.bench.Shipped;
import dev.curfew.testbed.Moto;
import java.util.LinkedHashMap;
import java.util.Map;

/// Keys of a user. It starts empty.
record AwsPlace(Moto server, Moto.AccessKey own, int keys) implements Place {
    static AwsPlace fresh(Moto server, int keys) {
        server.reset();
        return new AwsPlace(server, server.administrator("curfew"), keys);
    }

    @Override
    public void connect(CommandBench bench) {
        Shipped.connect(bench, "aws", server, own, "--environment", "test");
    }

    @Override
    public Map<String, String> agent(String name) {
        server.iam("CreateUser", Map.of("UserName", name)).ok();
        Map<String, String> held = new LinkedHashMap<>();
        for (int i = 0; i < keys; i++) {
            Moto.AccessKey key = server.accessKey(name);
            held.put("aws:" + key.id(), key.secret().reveal());
        }
        return held;
    }
}
