/** What pages, the API and assistants ask for: use cases that return records. Knows no page, no HTTP and no GitHub. */
@NullMarked
package dev.pulsehub.core.report;

import org.jspecify.annotations.NullMarked;
