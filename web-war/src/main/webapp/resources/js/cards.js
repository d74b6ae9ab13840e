// Re-renders the cards a change touches: the page is asked for again as the address bar has it, and only the cards
// that differ are swapped. Lists are never re-ordered under the reader; they offer to be shown anew.
(function () {
  'use strict';
  var waiting = new Set();
  var busy = false;
  var announcedAt = 0;
  var failures = 0;

  function touches(element, attribute) {
    return element.getAttribute(attribute).split(' ').some(function (kind) {
      return waiting.has(kind) || waiting.has('all');
    });
  }

  function inUse(card) {
    return card.contains(document.activeElement) && document.activeElement !== document.body
      ? true
      : card.querySelector('details[open]') !== null;
  }

  function keepOpen(old, fresh) {
    var before = old.querySelectorAll('details');
    fresh.querySelectorAll('details').forEach(function (one, i) {
      one.open = before[i] ? before[i].open : false;
    });
  }

  function swap(fresh, names) {
    names.forEach(function (name) {
      var old = document.querySelector('[data-card="' + name + '"]');
      var next = fresh.querySelector('[data-card="' + name + '"]');
      if (!old || !next) {
        return;
      }
      keepOpen(old, next);
      if (old.innerHTML === next.innerHTML) {
        return;
      }
      var focused = inUse(old) ? Array.from(old.querySelectorAll('a, summary, button')).indexOf(document.activeElement) : -1;
      old.replaceWith(document.adoptNode(next));
      next.classList.add('changed');
      if (focused >= 0) {
        var again = next.querySelectorAll('a, summary, button')[focused];
        if (again) {
          again.focus({ preventScroll: true });
        }
      }
    });
  }

  function announce(text) {
    var announcer = document.getElementById('announcer');
    if (announcer && Date.now() - announcedAt > 60000) {
      announcedAt = Date.now();
      announcer.textContent = text;
    }
  }

  function offer(list) {
    if (list.previousElementSibling && list.previousElementSibling.classList.contains('pill')) {
      return;
    }
    var pill = document.createElement('a');
    pill.className = 'button primary pill';
    pill.href = location.href;
    pill.textContent = 'New data – show';
    list.before(pill);
  }

  function refresh() {
    if (busy || waiting.size === 0 || document.hidden) {
      return;
    }
    document.querySelectorAll('[data-list]').forEach(function (list) {
      if (touches(list, 'data-list')) {
        offer(list);
      }
    });
    var names = ['freshness'];
    document.querySelectorAll('[data-card][data-kinds]').forEach(function (card) {
      if (touches(card, 'data-kinds')) {
        names.push(card.getAttribute('data-card'));
      }
    });
    var asked = new Set(waiting);
    waiting.clear();
    busy = true;
    fetch(location.href, {
      headers: { Accept: 'text/html', 'X-Requested-With': 'fetch' },
      credentials: 'same-origin',
      signal: AbortSignal.timeout(30000)
    })
      .then(function (answer) {
        if (!answer.ok || answer.redirected) {
          throw new Error('page answered ' + answer.status);
        }
        return answer.text();
      })
      .then(function (html) {
        swap(new DOMParser().parseFromString(html, 'text/html'), names);
        announce('Numbers updated');
      })
      .then(
        function () {
          failures = 0;
          busy = false;
          refresh();
        },
        function () {
          // What is shown stays right as of the time it names; what was to be shown is not forgotten.
          asked.forEach(waiting.add, waiting);
          failures += 1;
          setTimeout(function () {
            busy = false;
            refresh();
          }, Math.min(1000 * Math.pow(2, failures), 60000));
        }
      );
  }

  function changed(kinds) {
    kinds.forEach(function (kind) {
      waiting.add(kind);
    });
    refresh();
  }

  document.addEventListener('visibilitychange', refresh);
  window.PulseCards = { changed: changed };
  if (window.PulseLive && window.PulseLive.on) {
    window.PulseLive.on(changed);
  }
})();
