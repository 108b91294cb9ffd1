package dev.bobbin.themes;

/** Distances between things, in pixels: the only ones views and style sheets use. */
public final class Spacing {

    /** Between an icon and its text. */
    public static final double XS = 4;

    /** Between parts of one thing. */
    public static final double S = 8;

    /** Between things of one group, and inside a panel. */
    public static final double M = 12;

    /** Between groups. */
    public static final double L = 16;

    /** Between sections. */
    public static final double XL = 24;

    /** Around a page. */
    public static final double XXL = 32;

    private Spacing() {}
}
