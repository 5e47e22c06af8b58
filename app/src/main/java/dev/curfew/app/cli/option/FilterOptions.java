package dev.curfew.app.cli.option;

import dev.curfew.app.usecase.estate.EntityFilter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Which lines of a listing to show.
public final class FilterOptions {
    @Option(names = "--source", paramLabel = "NAME", defaultValue = "")
    private String source = "";

    @Option(names = "--kind", paramLabel = "KIND", defaultValue = "")
    private String kind = "";

    @Option(names = "--owner", paramLabel = "OWNER", defaultValue = "")
    private String owner = "";

    @Parameters(arity = "0..*", paramLabel = "TEXT", descriptionKey = "filter.text")
    private String[] text = {};

    public EntityFilter filter() {
        return new EntityFilter(source, kind, owner, String.join(" ", text));
    }
}
