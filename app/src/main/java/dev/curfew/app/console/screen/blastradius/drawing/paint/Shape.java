package dev.curfew.app.console.screen.blastradius.drawing.paint;

import dev.curfew.analysis.sketch.SketchNode;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;

/// The sign of what sort of thing a box stands for: never by colour alone.
enum Shape {
    IDENTITY,
    CREDENTIAL,
    POLICY,
    RESOURCE;

    static Shape of(SketchNode node) {
        return switch (node.members().getFirst()) {
            case IdentityId _ -> IDENTITY;
            case CredentialId _ -> CREDENTIAL;
            case PolicyId _ -> POLICY;
            case ResourceId _ -> RESOURCE;
        };
    }

    /// Circle, diamond, square or hexagon, outlined.
    void draw(Pen pen, Pen.Stroke outline, double x, double y, double size) {
        double middleX = x + size / 2;
        double middleY = y + size / 2;
        switch (this) {
            case IDENTITY -> pen.oval(outline, x, y, size, size);
            case POLICY -> pen.rectangle(outline, x, y, size, size, 0);
            case CREDENTIAL ->
                pen.polygon(outline, new double[] {middleX, x + size, middleX, x}, new double[] {
                    y, middleY, y + size, middleY
                });
            case RESOURCE ->
                pen.polygon(
                        outline,
                        new double[] {x, x + size * 0.25, x + size * 0.75, x + size, x + size * 0.75, x + size * 0.25},
                        new double[] {middleY, y, y, middleY, y + size, y + size});
        }
    }
}
