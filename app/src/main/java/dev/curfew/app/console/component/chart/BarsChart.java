package dev.curfew.app.console.component.chart;

import dev.curfew.app.console.theme.DrawingFont;
import dev.curfew.app.console.theme.Fonts;
import dev.curfew.app.console.theme.Token;
import dev.curfew.app.console.theme.Tokens;
import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Paint;
import java.util.List;
import java.util.function.Function;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableDoubleProperty;
import javafx.css.Styleable;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.CategoryLabelPositions;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.fx.ChartCanvas;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.RectangleInsets;

/// Bars, with what they say in words. JFreeChart knows no CSS: it is styled from the theme's colours, and again
/// whenever
/// they change.
public final class BarsChart extends Region {
    private static final double SMALL = 0.88;
    private static final double BAR_MAX_SHARE = 0.06;

    /// A day's label may be a little wider than its bars: it is short, and dots say nothing.
    private static final float LABEL_WIDTH_RATIO = 1.5f;

    private static final StyleablePropertyFactory<BarsChart> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final CssMetaData<BarsChart, Number> EM =
            FACTORY.createSizeCssMetaData("-curfew-em", chart -> chart.em, 13.0);

    /// What the bars look like in the theme's colours.
    @FunctionalInterface
    public interface Look {
        void style(CategoryPlot plot, Function<Token, Paint> colours);
    }

    private final JFreeChart chart;
    private final Look look;
    private final ChartCanvas canvas;
    private final Tokens tokens = new Tokens(this::style);
    private final SimpleStyleableDoubleProperty em = new SimpleStyleableDoubleProperty(EM, this, "em", 13.0) {
        @Override
        protected void invalidated() {
            style();
        }
    };

    public BarsChart(JFreeChart chart, Look look) {
        this.chart = chart;
        this.look = look;
        canvas = new ChartCanvas(chart);
        getStyleClass().add("bars-chart");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        canvas.setMouseTransparent(true);
        getChildren().addAll(canvas, tokens);
        style();
    }

    /// To be called when the chart has other data.
    ///
    /// @param sentence what it shows
    public void changed(String sentence) {
        setAccessibleText(sentence);
        style();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        draw();
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return FACTORY.getCssMetaData();
    }

    private void style() {
        Font small = DrawingFont.ofSize(em.get() * SMALL);
        java.awt.Color words = awt(tokens.get(Token.FG_MUTED));
        chart.setBackgroundPaint(awt(tokens.get(Token.BG_DEFAULT)));
        chart.getLegend().setBackgroundPaint(awt(tokens.get(Token.BG_DEFAULT)));
        chart.getLegend().setItemPaint(awt(tokens.get(Token.FG_DEFAULT)));
        chart.getLegend().setItemFont(small);
        chart.getLegend().setFrame(BlockBorder.NONE);
        chart.getLegend().setItemLabelPadding(new RectangleInsets(2, 4, 2, small.getSize()));
        CategoryPlot plot = chart.getCategoryPlot();
        plot.setBackgroundPaint(awt(tokens.get(Token.BG_DEFAULT)));
        plot.setOutlineVisible(false);
        plot.setRangeGridlinePaint(awt(tokens.get(Token.BORDER)));
        plot.setRangeGridlineStroke(new BasicStroke(1));
        CategoryAxis days = plot.getDomainAxis();
        days.setTickLabelFont(small);
        days.setTickLabelPaint(words);
        days.setAxisLinePaint(awt(tokens.get(Token.BORDER)));
        days.setTickMarksVisible(false);
        days.setMaximumCategoryLabelWidthRatio(LABEL_WIDTH_RATIO);
        days.setCategoryLabelPositions(CategoryLabelPositions.STANDARD);
        days.setLowerMargin(0.01);
        days.setUpperMargin(0.01);
        days.setCategoryMargin(0.35);
        NumberAxis counts = (NumberAxis) plot.getRangeAxis();
        counts.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        counts.setTickLabelFont(small);
        counts.setTickLabelPaint(words);
        counts.setAxisLineVisible(false);
        counts.setTickMarksVisible(false);
        if (plot.getRenderer() instanceof BarRenderer bars) {
            plain(bars);
        }
        look.style(plot, token -> awt(tokens.get(token)));
        draw();
    }

    /// The chart sets its font only when that has changed, and the canvas forgets it after each drawing: so it is the
    /// font that the canvas comes back to.
    private void draw() {
        canvas.getGraphicsContext2D().setFont(javafx.scene.text.Font.font(Fonts.FAMILY, Math.rint(em.get() * SMALL)));
        canvas.draw();
    }

    private static void plain(BarRenderer bars) {
        bars.setBarPainter(new StandardBarPainter());
        bars.setShadowVisible(false);
        bars.setMaximumBarWidth(BAR_MAX_SHARE);
        bars.setDrawBarOutline(true);
        bars.setDefaultOutlineStroke(new BasicStroke(1.5f));
        bars.setItemMargin(BarRenderer.DEFAULT_ITEM_MARGIN);
    }

    private static java.awt.Color awt(Color colour) {
        return new java.awt.Color((float) colour.getRed(), (float) colour.getGreen(), (float) colour.getBlue(), (float)
                colour.getOpacity());
    }
}
