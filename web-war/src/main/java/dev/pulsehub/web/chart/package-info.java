/** Charts as numbers and texts ready to draw as SVG on the server. Knows no page, no report and no request. */
@NullMarked
package dev.pulsehub.web.chart;

import org.jspecify.annotations.NullMarked;
