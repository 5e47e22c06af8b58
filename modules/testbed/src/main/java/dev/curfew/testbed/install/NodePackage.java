package dev.curfew.testbed.install;

import dev.curfew.model.text.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A Node package of ours whose package-lock.json pins a program and everything it needs, with every hash.
///
/// @param name short, for messages and folders
/// @param pinned the package whose version names the installation
/// @param files texts by name
public record NodePackage(String name, String pinned, Map<String, String> files) {

    /// A program of our own that asks iam-simulate, and iam-simulate beside it.
    public static final NodePackage IAM_SIMULATE = ofResources("iam-simulate", "@cloud-copilot/iam-simulate");

    private static final String LOCK = "package-lock.json";

    public NodePackage {
        files = Map.copyOf(files);
    }

    /// `<name>-<version>-<hash of the files>`: other files are another installation.
    public String folder() {
        StringBuilder all = new StringBuilder();
        new TreeMap<>(files)
                .forEach((file, text) -> all.append(file).append('\n').append(text));
        return name + "-" + version() + "-" + Sha256.hex(all.toString()).substring(0, Requirements.HASH_DIGITS);
    }

    private String version() {
        Matcher line = Pattern.compile(Pattern.quote("node_modules/" + pinned) + "\": \\{\\s*\"version\": \"([^\"]+)\"")
                .matcher(files.getOrDefault(LOCK, ""));
        if (!line.find()) {
            throw new IllegalArgumentException("no line pins " + pinned);
        }
        return line.group(1);
    }

    void writeInto(Path folder) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
    }

    private static NodePackage ofResources(String name, String pinned) {
        Map<String, String> files = new TreeMap<>();
        for (String file : List.of("package.json", "package-lock.json", "driver.mjs")) {
            String resource = name + "/" + file;
            try (InputStream in = Objects.requireNonNull(NodePackage.class.getResourceAsStream(resource), resource)) {
                files.put(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new NodePackage(name, pinned, files);
    }
}
