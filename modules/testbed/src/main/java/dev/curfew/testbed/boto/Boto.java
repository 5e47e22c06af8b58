package dev.curfew.testbed.boto;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.testbed.Moto;
import dev.curfew.testbed.TestbedException;
import dev.curfew.testbed.install.Cache;
import dev.curfew.testbed.install.Requirements;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// boto3 in a process of its own, talking to moto: one call after another. Lists come whole, however many their pages.
public final class Boto implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SCRIPT = "boto.py";

    private final Process process;
    private final BufferedWriter asked;
    private final BufferedReader answered;
    private final String region;

    private Boto(Process process, String region) {
        this.process = process;
        this.asked = process.outputWriter(StandardCharsets.UTF_8);
        this.answered = process.inputReader(StandardCharsets.UTF_8);
        this.region = region;
    }

    /// In moto's one account, which asks for no key; the caller closes it.
    public static Boto of(Moto moto, String region) {
        return of(moto, region, Map.of());
    }

    /// As whom a role of any account is, without asking whether it trusts us; the caller closes it.
    public Boto become(Moto moto, String role) {
        JsonNode credentials = call("sts", "assume_role", Map.of("RoleArn", role, "RoleSessionName", "test"))
                .path("Credentials");
        return of(
                moto,
                region,
                Map.of(
                        "AWS_ACCESS_KEY_ID",
                        credentials.path("AccessKeyId").asText(),
                        "AWS_SECRET_ACCESS_KEY",
                        credentials.path("SecretAccessKey").asText(),
                        "AWS_SESSION_TOKEN",
                        credentials.path("SessionToken").asText()));
    }

    private static Boto of(Moto moto, String region, Map<String, String> environment) {
        String python = Cache.ofUser()
                .environment(Requirements.MOTO)
                .resolve("bin/python")
                .toString();
        ProcessBuilder builder = new ProcessBuilder(
                List.of(python, "-c", script(), moto.endpoint().toString(), region));
        builder.environment().putAll(Map.of("AWS_ACCESS_KEY_ID", "testing", "AWS_SECRET_ACCESS_KEY", "testing"));
        builder.environment().putAll(environment);
        try {
            return new Boto(
                    builder.redirectError(ProcessBuilder.Redirect.DISCARD).start(), region);
        } catch (IOException e) {
            throw new TestbedException(python, e);
        }
    }

    private static String script() {
        try (InputStream in = Objects.requireNonNull(Boto.class.getResourceAsStream(SCRIPT))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param service as boto3 calls it, for example `secretsmanager`
    /// @param method as boto3 calls it, for example `list_secrets`
    /// @throws TestbedException if AWS's client raised something; the message is what it said
    public JsonNode call(String service, String method, Map<String, ?> arguments) {
        try {
            asked.write(JSON.writeValueAsString(Map.of("service", service, "method", method, "arguments", arguments)));
            asked.newLine();
            asked.flush();
            String line = answered.readLine();
            JsonNode answer = JSON.readTree(line == null ? "{\"error\":\"it ended\"}" : line);
            if (answer.has("error")) {
                throw new TestbedException(
                        service + "." + method + ": " + answer.path("error").asText());
            }
            return answer.path("answer");
        } catch (IOException e) {
            throw new TestbedException(service + "." + method, e);
        }
    }

    /// The texts of a field of everything in a list.
    public List<String> list(String service, String method, Map<String, ?> arguments, String list, String field) {
        return call(service, method, arguments).path(list).findValuesAsText(field);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
