package dev.curfew.app.usecase.reach.export;

import dev.curfew.analysis.graph.part.GraphPart;
import dev.curfew.analysis.graph.part.PartEdge;
import dev.curfew.model.id.EntityId;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Writes GraphML 1.0 (graphml.graphdrawing.org): every property is text; lists are texts with line ends between.
final class GraphMl {
    private static final String NAMESPACE = "http://graphml.graphdrawing.org/xmlns";
    private static final List<String> OF_NODES =
            List.of("name", "type", "source", "nativeid", "curfewkind", "sensitivity", "owner");
    private static final List<String> OF_EDGES =
            List.of("how", "level", "certainty", "actions", "via", "statements", "conditions", "fate");

    private final XMLStreamWriter xml;

    private GraphMl(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static void write(GraphPart part, OutputStream out) throws IOException {
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            new GraphMl(xml).write(part);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private void write(GraphPart part) throws XMLStreamException {
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        xml.writeStartElement("graphml");
        xml.writeDefaultNamespace(NAMESPACE);
        keys("node", OF_NODES);
        keys("edge", OF_EDGES);
        xml.writeStartElement("graph");
        xml.writeAttribute("id", "access");
        xml.writeAttribute("edgedefault", "directed");
        for (EntityId id : part.entities()) {
            xml.writeCharacters("\n");
            xml.writeStartElement("node");
            xml.writeAttribute("id", readable(id.text()));
            data("node", NodeFacts.of(part.index(), id).properties());
            xml.writeEndElement();
        }
        for (PartEdge edge : part.edges()) {
            edge(new EdgeFacts(edge), part.compared());
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void keys(String of, List<String> names) throws XMLStreamException {
        for (String name : names) {
            xml.writeCharacters("\n");
            xml.writeEmptyElement("key");
            xml.writeAttribute("id", key(of, name));
            xml.writeAttribute("for", of);
            xml.writeAttribute("attr.name", name);
            xml.writeAttribute("attr.type", "string");
        }
        xml.writeCharacters("\n");
    }

    private void edge(EdgeFacts edge, boolean compared) throws XMLStreamException {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("how", edge.how());
        properties.put("level", edge.level());
        properties.put("certainty", edge.certainty());
        properties.put("actions", edge.actions());
        properties.put("via", String.join("\n", edge.via()));
        properties.put("statements", String.join("\n", edge.statements()));
        properties.put("conditions", String.join("\n", edge.conditions()));
        if (compared) {
            properties.put("fate", edge.fate());
        }
        xml.writeCharacters("\n");
        xml.writeStartElement("edge");
        xml.writeAttribute("source", readable(edge.from()));
        xml.writeAttribute("target", readable(edge.to()));
        data("edge", properties);
        xml.writeEndElement();
    }

    private void data(String of, Map<String, String> properties) throws XMLStreamException {
        for (Map.Entry<String, String> property : properties.entrySet()) {
            if (!property.getValue().isEmpty()) {
                xml.writeStartElement("data");
                xml.writeAttribute("key", key(of, property.getKey()));
                xml.writeCharacters(readable(property.getValue()));
                xml.writeEndElement();
            }
        }
    }

    private static String key(String of, String name) {
        return of + "-" + name;
    }

    /// XML has no way to write some characters, not even as references (XML 1.0, 2.2): each becomes U+FFFD.
    private static String readable(String text) {
        if (text.codePoints().allMatch(GraphMl::isCharacter)) {
            return text;
        }
        StringBuilder readable = new StringBuilder(text.length());
        text.codePoints().forEach(each -> readable.appendCodePoint(isCharacter(each) ? each : '\uFFFD'));
        return readable.toString();
    }

    private static boolean isCharacter(int codePoint) {
        return codePoint == '\t'
                || codePoint == '\n'
                || codePoint == '\r'
                || (codePoint >= ' ' && codePoint <= 0xD7FF)
                || (codePoint >= 0xE000 && codePoint <= 0xFFFD)
                || codePoint >= 0x1_0000;
    }
}
