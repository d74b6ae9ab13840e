/**
 * Superset's dashboards inside Pulse-Hub: who may see what (guest tokens), the narrow way to the service (proxy), and
 * the pages that frame them.
 */
@NullMarked
package dev.pulsehub.web.analytics;

import org.jspecify.annotations.NullMarked;
