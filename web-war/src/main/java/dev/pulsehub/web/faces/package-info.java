/** What all pages share: addresses, texts, numbers, theme, charts. Knows no single page and no table. */
@NullMarked
package dev.pulsehub.web.faces;

import org.jspecify.annotations.NullMarked;
