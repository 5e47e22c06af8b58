package dev.curfew.snapshot.export;

import dev.curfew.snapshot.export.ExportException.Kind;
import dev.curfew.snapshot.export.manifest.Manifest;
import dev.curfew.snapshot.export.manifest.ManifestFile;
import dev.curfew.snapshot.export.manifest.ManifestSignature;
import dev.curfew.snapshot.json.JsonException;
import dev.curfew.snapshot.json.RecordJson;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// An export opened for reading. Nothing is unpacked to the disk, and no name in it is used as a path.
final class ExportArchive implements Closeable {
    static final String MANIFEST = "manifest.json";

    private static final int BUFFER_BYTES = 64 * 1024;

    private final Path file;
    private final Limits limits;
    private final ZipFile zip;
    private final Manifest manifest;

    private ExportArchive(Path file, Limits limits, ZipFile zip) throws IOException {
        this.file = file;
        this.limits = limits;
        this.zip = zip;
        Set<String> names = names();
        this.manifest = manifest();
        requireSameNames(names);
    }

    /// Checks names, manifest and signature.
    ///
    /// @throws ExportException if it is not such an export
    static ExportArchive open(Path file, Limits limits) throws IOException {
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException e) {
            String why = ExportException.words("not-a-zip");
            throw ExportException.because(e, Kind.NOT_AN_EXPORT, "not-an-export", file, why);
        }
        boolean opened = false;
        try {
            ExportArchive archive = new ExportArchive(file, limits, zip);
            opened = true;
            return archive;
        } finally {
            if (!opened) {
                zip.close();
            }
        }
    }

    private Set<String> names() {
        Set<String> names = new HashSet<>();
        if (zip.size() > limits.entriesMax()) {
            throw ExportException.of(Kind.TOO_LARGE, "too-large", file, limits.entriesMax());
        }
        for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(one -> (ZipEntry) one)::iterator) {
            String name = entry.getName();
            if (!isStandard(name)
                    && !name.equals(MANIFEST)
                    && !TextPart.NAME.matcher(name).matches()) {
                throw ExportException.of(Kind.UNEXPECTED_FILE, "bad-name", file);
            }
            if (!names.add(name)) {
                throw ExportException.of(Kind.UNEXPECTED_FILE, "doubled", file, name);
            }
        }
        return names;
    }

    static boolean isStandard(String name) {
        return ExportFile.all().stream().anyMatch(one -> one.name().equals(name));
    }

    private Manifest manifest() throws IOException {
        ZipEntry entry = zip.getEntry(MANIFEST);
        if (entry == null) {
            throw notAnExport("no-manifest");
        }
        Manifest read = parse(readSmall(entry));
        if (!ManifestSignature.fits(read)) {
            throw ExportException.of(Kind.SIGNATURE, "signature", file);
        }
        return read;
    }

    private byte[] readSmall(ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(Limits.MANIFEST_BYTES_MAX + 1);
            if (bytes.length > Limits.MANIFEST_BYTES_MAX) {
                throw ExportException.of(Kind.TOO_LARGE, "too-large", file, Limits.MANIFEST_BYTES_MAX);
            }
            return bytes;
        }
    }

    private Manifest parse(byte[] bytes) {
        RecordJson json = new RecordJson();
        try {
            var tree = json.tree(new String(bytes, StandardCharsets.UTF_8));
            if (!tree.path("format").asText("").equals(Manifest.FORMAT)) {
                throw notAnExport("bad-manifest");
            }
            int version = tree.path("version").asInt(0);
            if (version > Manifest.VERSION) {
                throw ExportException.of(Kind.NEWER_VERSION, "newer", file, version, Manifest.VERSION);
            }
            return json.read(tree, Manifest.class);
        } catch (JsonException _) {
            throw notAnExport("bad-manifest");
        }
    }

    private ExportException notAnExport(String why) {
        return ExportException.of(Kind.NOT_AN_EXPORT, "not-an-export", file, ExportException.words(why));
    }

    private void requireSameNames(Set<String> present) {
        Map<String, ManifestFile> listed = new TreeMap<>();
        manifest.files().forEach(one -> listed.put(one.name(), one));
        for (ExportFile<?> standard : ExportFile.all()) {
            if (!listed.containsKey(standard.name())) {
                throw ExportException.of(Kind.MISSING_FILE, "missing-file", file, standard.name());
            }
        }
        for (String name : listed.keySet()) {
            if (!present.contains(name)) {
                throw ExportException.of(Kind.MISSING_FILE, "missing-file", file, name);
            }
        }
        for (String name : present) {
            if (!name.equals(MANIFEST) && !listed.containsKey(name)) {
                throw ExportException.of(Kind.UNEXPECTED_FILE, "unexpected-file", file, name);
            }
        }
    }

    /// Reads every file through once, and compares it with the manifest.
    void verifyFiles() throws IOException {
        long left = limits.bytesMax();
        for (ManifestFile expected : manifest.files()) {
            if (expected.bytes() > left) {
                throw ExportException.of(Kind.TOO_LARGE, "too-large", file, limits.bytesMax());
            }
            left -= expected.bytes();
            if (!measure(expected).equals(expected)) {
                throw ExportException.of(Kind.CHECKSUM, "checksum", file, expected.name());
            }
        }
    }

    /// Stops as soon as there is more than the manifest says, however much more there is.
    private ManifestFile measure(ManifestFile expected) throws IOException {
        Measure measure = new Measure();
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = zip.getInputStream(zip.getEntry(expected.name()))) {
            int count = in.read(buffer);
            while (count >= 0 && measure.bytes() <= expected.bytes()) {
                measure.add(buffer, 0, count);
                count = in.read(buffer);
            }
        } catch (ZipException e) {
            throw ExportException.because(e, Kind.CHECKSUM, "checksum", file, expected.name());
        }
        return measure.file(expected.name());
    }

    Manifest verified() {
        return manifest;
    }

    List<String> parts() {
        return manifest.files().stream()
                .map(ManifestFile::name)
                .filter(name -> !isStandard(name))
                .toList();
    }

    BufferedReader text(String name) throws IOException {
        return new BufferedReader(
                new InputStreamReader(zip.getInputStream(zip.getEntry(name)), StandardCharsets.UTF_8));
    }

    /// All objects of a file. Only after [#verifyFiles].
    ///
    /// @throws ExportException that names the line, if one is not such an object
    <T> List<T> read(ExportFile<T> wanted, RecordJson json) throws IOException {
        try (BufferedReader text = text(wanted.name())) {
            return new LineReader<>(file, wanted, json, limits).readAll(text);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
