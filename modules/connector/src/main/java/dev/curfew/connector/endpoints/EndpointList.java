package dev.curfew.connector.endpoints;

import dev.curfew.connector.tree.SourceFile;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The endpoints of a file, and the lines that name none. Empty lines, and what follows a `#`, are passed over.
record EndpointList(List<Endpoint> endpoints, List<String> problems) {
    private static final Messages MESSAGES = Messages.of(EndpointList.class);

    /// Each is asked for its certificates: minutes at most.
    private static final int ENDPOINTS_MAX = 10_000;

    private static final int LINE_CHARACTERS_MAX = 1_000;

    EndpointList {
        endpoints = List.copyOf(endpoints);
        problems = List.copyOf(problems);
    }

    /// @throws SourceException if there is no such file, or it cannot be read, or names no endpoint
    static EndpointList read(URI address) throws InterruptedException {
        EndpointList list = new SourceFile(
                        address,
                        path -> MESSAGES.text("file.none", path),
                        (path, why) -> MESSAGES.text("file.other", path))
                .read(EndpointList::read);
        if (list.endpoints().isEmpty()) {
            throw new SourceException(SourceException.Kind.MALFORMED, MESSAGES.text("file.other", address.getPath()));
        }
        return list;
    }

    private static EndpointList read(InputStream bytes) throws IOException {
        Set<Endpoint> endpoints = new LinkedHashSet<>();
        List<String> problems = new ArrayList<>();
        BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            String text = line.replace("\ufeff", "").split("#", 2)[0].strip();
            if (text.isEmpty()) {
                continue;
            }
            if (endpoints.size() == ENDPOINTS_MAX) {
                problems.add(MESSAGES.text("line.limit", number, ENDPOINTS_MAX));
                break;
            }
            Optional<Endpoint> endpoint = text.length() > LINE_CHARACTERS_MAX ? Optional.empty() : Endpoint.of(text);
            endpoint.ifPresent(endpoints::add);
            if (endpoint.isEmpty()) {
                problems.add(MESSAGES.text("line.wrong", number));
            }
        }
        return new EndpointList(List.copyOf(endpoints), problems);
    }
}
