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
              text { font: 13px sans-serif; fill: #1f2328 } .ground { fill: #ffffff } .grid { stroke: #d8dee4 }
              .line { fill: none; stroke: currentColor; stroke-width: 2 } .mark, .name { fill: currentColor }
              .c0 { color: #0969da } .c1 { color: #bc4c00 } .c2 { color: #1a7f37 } .c3 { color: #8250df }
              .c4 { color: #cf222e } .c5 { color: #0f7b8a } .c6 { color: #7d5a00 } .c7 { color: #bf3989 }
              @media (prefers-color-scheme: dark) {
                text { fill: #e6edf3 } .ground { fill: #0d1117 } .grid { stroke: #30363d } .name { fill: currentColor }
                .c0 { color: #58a6ff } .c1 { color: #f0883e } .c2 { color: #3fb950 } .c3 { color: #bc8cff }
                .c4 { color: #ff7b72 } .c5 { color: #56d4dd } .c6 { color: #e3b341 } .c7 { color: #f778ba }
              }
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
