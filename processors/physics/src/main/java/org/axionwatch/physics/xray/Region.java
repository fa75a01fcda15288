package org.axionwatch.physics.xray;

import org.axionwatch.physics.xray.XrayModelException.Reason;

/**
 * A region of the detector plane in the pixel coordinates of the event list. Lower edges and inner radii belong to a
 * region, upper edges and outer radii do not, so that regions with a common edge tile the plane.
 */
public sealed interface Region {

    /** Whether the region holds a point, pixels. */
    boolean contains(double x, double y);

    /** A disc. */
    record Circle(double centreX, double centreY, double radius) implements Region {

        public Circle {
            require(isFinite(centreX, centreY, radius) && radius > 0, "circle of radius " + radius);
        }

        @Override
        public boolean contains(double x, double y) {
            return squaredDistance(x - centreX, y - centreY) < radius * radius;
        }
    }

    /** A ring. */
    record Annulus(double centreX, double centreY, double innerRadius, double outerRadius) implements Region {

        public Annulus {
            require(
                    isFinite(centreX, centreY, innerRadius, outerRadius)
                            && innerRadius >= 0
                            && outerRadius > innerRadius,
                    "annulus from " + innerRadius + " to " + outerRadius);
        }

        @Override
        public boolean contains(double x, double y) {
            double squared = squaredDistance(x - centreX, y - centreY);
            return squared >= innerRadius * innerRadius && squared < outerRadius * outerRadius;
        }
    }

    /** A rectangle along the axes, given by its full width and height. */
    record Box(double centreX, double centreY, double width, double height) implements Region {

        public Box {
            require(
                    isFinite(centreX, centreY, width, height) && width > 0 && height > 0,
                    "box of " + width + " x " + height);
        }

        @Override
        public boolean contains(double x, double y) {
            double right = x - centreX;
            double up = y - centreY;
            return right >= -width / 2 && right < width / 2 && up >= -height / 2 && up < height / 2;
        }
    }

    private static double squaredDistance(double x, double y) {
        return x * x + y * y;
    }

    private static boolean isFinite(double... values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    private static void require(boolean valid, String detail) {
        if (!valid) {
            throw new XrayModelException(Reason.BAD_REGION, detail);
        }
    }
}
