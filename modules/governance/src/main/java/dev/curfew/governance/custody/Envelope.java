package dev.curfew.governance.custody;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.governance.custody.CustodyException.Kind;
import dev.curfew.model.text.CanonicalJson;
import dev.curfew.model.text.Sha256;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A sealed credential with its shares, as its file has it: of use only to so many of its holders together. Nothing in
/// it is secret by itself.
///
/// @param path the break-glass path's name
/// @param number from 1; one more each time that it is sealed anew
/// @param label what whoever opens it has to know, canonical JSON: the source's kind, address and settings
/// @param shares in the order of their numbers, from 1
/// @param sealed the credential, Base64
public record Envelope(
        String path,
        int number,
        Instant sealedAt,
        int threshold,
        String label,
        List<SealedShare> shares,
        String sealed) {
    private static final String FORMAT = "curfew.envelope/1";
    private static final ObjectMapper JSON = new ObjectMapper();

    public Envelope {
        shares = List.copyOf(shares);
        if (threshold < 1 || threshold > shares.size()) {
            throw new IllegalArgumentException("no " + threshold + " of " + shares.size() + " shares");
        }
    }

    /// @param sealed Base64
    public record SealedShare(Holder holder, String sealed) {}

    /// What no share and no seal opens without.
    byte[] head() {
        return head(
                path,
                number,
                sealedAt,
                threshold,
                label,
                shares.stream().map(SealedShare::holder).toList());
    }

    static byte[] head(String path, int number, Instant sealedAt, int threshold, String label, List<Holder> holders) {
        return CanonicalJson.bytes(Map.of(
                "format", FORMAT,
                "path", path,
                "number", number,
                "sealedAt", sealedAt.toString(),
                "threshold", threshold,
                "label", label,
                "holders",
                        holders.stream()
                                .map(one -> Map.of("officer", one.officer(), "publicKey", one.publicKey()))
                                .toList()));
    }

    /// Canonical JSON: what the file holds.
    public String text() {
        return CanonicalJson.text(Map.of(
                "format", FORMAT,
                "path", path,
                "number", number,
                "sealedAt", sealedAt.toString(),
                "threshold", threshold,
                "label", label,
                "shares",
                        shares.stream()
                                .map(one -> Map.of(
                                        "officer", one.holder().officer(),
                                        "publicKey", one.holder().publicKey(),
                                        "sealed", one.sealed()))
                                .toList(),
                "sealed", sealed));
    }

    /// By which the ledger knows it.
    public String hash() {
        return Sha256.hex(text());
    }

    /// @param name what it is called in a failure's sentence
    /// @throws CustodyException kind ENVELOPE_DAMAGED
    static Envelope of(String text, String name) {
        try {
            JsonNode json = JSON.readTree(text);
            List<SealedShare> shares = new ArrayList<>();
            for (JsonNode one : json.path("shares")) {
                shares.add(new SealedShare(
                        new Holder(required(one, "officer"), required(one, "publicKey")), required(one, "sealed")));
            }
            if (!required(json, "format").equals(FORMAT)) {
                throw new CustodyException(Kind.ENVELOPE_DAMAGED, name);
            }
            return new Envelope(
                    required(json, "path"),
                    json.path("number").asInt(),
                    Instant.parse(required(json, "sealedAt")),
                    json.path("threshold").asInt(),
                    required(json, "label"),
                    shares,
                    required(json, "sealed"));
        } catch (JsonProcessingException | DateTimeException | IllegalArgumentException e) {
            throw new CustodyException(Kind.ENVELOPE_DAMAGED, name, e);
        }
    }

    private static String required(JsonNode json, String name) {
        if (!json.path(name).isTextual()) {
            throw new IllegalArgumentException("no " + name);
        }
        return json.path(name).asText();
    }
}
