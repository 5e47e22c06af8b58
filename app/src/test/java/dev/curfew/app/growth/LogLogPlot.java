package dev.curfew.app.growth;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Draws seconds of processor time over identities as SVG, both axes by powers of ten. Its colours follow the reader's
/// theme, and stand on a ground of their own where the reader has none.
final class LogLogPlot {
    private static final int WIDTH = 860;
    private static final int HEIGHT = 520;
    private static final int LEFT = 80;
    private static final int RIGHT = 150;
    private static final int TOP = 60;
    private static final int BOTTOM = 60;
    private static final double MILLIS = 1_000;

    /// Below it the clock's own steps are all that is seen.
    private static final double SECONDS_MIN = 1e-3;

    /// Labels at the lines' ends, apart at least.
    private static final int LABEL_GAP = 16;

    private static final String STYLE = """
            <style>
              :root { --ground: #ffffff; --ink: #1f2328; --faint: #d8dee4; }
              .c0 { --c: #0969da } .c1 { --c: #bc4c00 } .c2 { --c: #1a7f37 } .c3 { --c: #8250df }
              .c4 { --c: #cf222e } .c5 { --c: #0f7b8a } .c6 { --c: #7d5a00 } .c7 { --c: #bf3989 }
              @media (prefers-color-scheme: dark) {
                :root { --ground: #0d1117; --ink: #e6edf3; --faint: #30363d; }
                .c0 { --c: #58a6ff } .c1 { --c: #f0883e } .c2 { --c: #3fb950 } .c3 { --c: #bc8cff }
                .c4 { --c: #ff7b72 } .c5 { --c: #56d4dd } .c6 { --c: #e3b341 } .c7 { --c: #f778ba }
              }
              text { font: 13px sans-serif; fill: var(--ink) }
              .ground { fill: var(--ground) } .grid { stroke: var(--faint) }
              .line { fill: none; stroke: var(--c); stroke-width: 2 } .mark { fill: var(--c) } .name { fill: var(--c) }
            </style>
            """;

    private final Map<String, List<Cost>> lines = new LinkedHashMap<>();
    private final double decadesAcross;
    private final double firstAcross;
    private final double decadesUp;
    private final double firstUp;

    /// @param costs at least one, of at least one identity each
    LogLogPlot(List<Cost> costs) {
        for (Cost cost : costs) {
            lines.computeIfAbsent(cost.step(), _ -> new ArrayList<>()).add(cost);
        }
        firstAcross = costs.stream()
                .mapToDouble(cost -> Math.log10(cost.identities()))
                .min()
                .orElseThrow();
        decadesAcross = Math.max(
                1,
                costs.stream()
                                .mapToDouble(cost -> Math.log10(cost.identities()))
                                .max()
                                .orElseThrow()
                        - firstAcross);
        firstUp = Math.floor(costs.stream().mapToDouble(LogLogPlot::up).min().orElseThrow());
        decadesUp = Math.max(
                1, Math.ceil(costs.stream().mapToDouble(LogLogPlot::up).max().orElseThrow()) - firstUp);
    }

    private static double up(Cost cost) {
        return Math.log10(Math.max(SECONDS_MIN, cost.processorMillis() / MILLIS));
    }

    String svg() {
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" aria-labelledby=\"t\">%n",
                WIDTH,
                HEIGHT));
        svg.append(String.format(
                Locale.ROOT, "<title id=\"t\">Processor time over identities, both by powers of ten</title>%n"));
        svg.append(STYLE);
        svg.append(String.format(Locale.ROOT, "<rect class=\"ground\" width=\"%d\" height=\"%d\"/>%n", WIDTH, HEIGHT));
        svg.append(String.format(Locale.ROOT, "<text x=\"%d\" y=\"30\">seconds of processor time</text>%n", LEFT));
        svg.append(String.format(
                Locale.ROOT, "<text x=\"%d\" y=\"%d\">identities of the sample</text>%n", LEFT, HEIGHT - 15));
        grid(svg);
        curves(svg);
        return svg.append(String.format(Locale.ROOT, "</svg>%n")).toString();
    }

    private void grid(StringBuilder svg) {
        int bottom = HEIGHT - BOTTOM;
        int right = WIDTH - RIGHT;
        for (int decade = (int) Math.ceil(firstAcross); decade <= firstAcross + decadesAcross; decade++) {
            double x = x(decade);
            svg.append(String.format(
                    Locale.ROOT,
                    "<line class=\"grid\" x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\"/>%n",
                    x,
                    TOP,
                    x,
                    bottom));
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%,d</text>%n",
                    x,
                    bottom + 20,
                    Math.round(Math.pow(10, decade))));
        }
        for (int decade = (int) firstUp; decade <= firstUp + decadesUp; decade++) {
            double y = y(decade);
            svg.append(String.format(
                    Locale.ROOT,
                    "<line class=\"grid\" x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\"/>%n",
                    LEFT,
                    y,
                    right,
                    y));
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>%n",
                    LEFT - 8,
                    y + 4,
                    seconds(decade)));
        }
    }

    private static String seconds(int decade) {
        return decade < 0
                ? String.format(Locale.ROOT, "%." + -decade + "f", Math.pow(10, decade))
                : String.format(Locale.ROOT, "%,.0f", Math.pow(10, decade));
    }

    private void curves(StringBuilder svg) {
        List<Map.Entry<String, List<Cost>>> highestFirst = lines.entrySet().stream()
                .sorted((one, other) -> Double.compare(
                        up(other.getValue().getLast()), up(one.getValue().getLast())))
                .toList();
        double labelled = 0;
        for (int i = 0; i < highestFirst.size(); i++) {
            Map.Entry<String, List<Cost>> each = highestFirst.get(i);
            StringBuilder points = new StringBuilder();
            for (Cost cost : each.getValue()) {
                double x = x(Math.log10(cost.identities()));
                double y = y(up(cost));
                points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
                svg.append(String.format(
                        Locale.ROOT, "<circle class=\"mark c%d\" cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\"/>%n", i, x, y));
            }
            svg.append(String.format(
                    Locale.ROOT,
                    "<polyline class=\"line c%d\" points=\"%s\"/>%n",
                    i,
                    points.toString().strip()));
            labelled = Math.max(labelled + LABEL_GAP, y(up(each.getValue().getLast())) + 4);
            svg.append(String.format(
                    Locale.ROOT,
                    "<text class=\"name c%d\" x=\"%d\" y=\"%.1f\">%s</text>%n",
                    i,
                    WIDTH - RIGHT + 10,
                    labelled,
                    each.getKey()));
        }
    }

    private double x(double decade) {
        return LEFT + (decade - firstAcross) / decadesAcross * (WIDTH - LEFT - RIGHT);
    }

    private double y(double decade) {
        return HEIGHT - BOTTOM - (decade - firstUp) / decadesUp * (HEIGHT - TOP - BOTTOM);
    }
}
