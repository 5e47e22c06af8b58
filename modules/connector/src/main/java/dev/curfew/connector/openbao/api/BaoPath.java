package dev.curfew.connector.openbao.api;

import dev.curfew.connector.http.Form;
import java.util.Arrays;
import java.util.stream.Collectors;

/// Names as parts of paths.
public final class BaoPath {

    private BaoPath() {}

    /// Percent-encodes all but the slashes.
    public static String encode(String path) {
        return Arrays.stream(path.split("/", -1)).map(Form::segment).collect(Collectors.joining("/"));
    }
}
