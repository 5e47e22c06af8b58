package dev.curfew.app.usecase.reach.export;

import dev.curfew.analysis.graph.part.GraphPart;
import java.io.IOException;
import java.io.OutputStream;

/// How a graph is written. The names are what is typed.
public enum GraphForm {
    /// GraphML 1.0, which Gephi, yEd, Cytoscape and NetworkX read.
    graphml(".graphml"),
    /// BloodHound OpenGraph: JSON that BloodHound takes as a file.
    opengraph(".json");

    private final String ending;

    GraphForm(String ending) {
        this.ending = ending;
    }

    /// How files of it end, with the dot.
    public String ending() {
        return ending;
    }

    void write(GraphPart part, OutputStream out) throws IOException {
        switch (this) {
            case graphml -> GraphMl.write(part, out);
            case opengraph -> OpenGraph.write(part, out);
        }
    }
}
