// Frames a dashboard of Superset: the narrow one where there is little room, in the page's own colours and as high as it
// is. Where Superset is still starting, looks again until it can be shown.
(function () {
  'use strict';
  var NARROW = 900;
  var root = document.documentElement;
  var place = document.querySelector('[data-analytics]');
  var state = document.querySelector('[data-analytics-state]');

  function lookAgain() {
    fetch(location.href, { credentials: 'same-origin', headers: { Accept: 'text/html' }, signal: AbortSignal.timeout(20000) })
      .then(function (answer) {
        return answer.ok && !answer.redirected ? answer.text() : '';
      })
      .then(function (html) {
        var fresh = new DOMParser().parseFromString(html, 'text/html');
        var next = fresh.querySelector('[data-analytics-state]');
        if (fresh.querySelector('[data-analytics]')) {
          location.reload();
        } else if (next && next.innerHTML !== state.innerHTML) {
          state.replaceWith(document.adoptNode(next));
          state = next;
        }
      })
      .catch(function () {
        // The next look may find it.
      })
      .then(function () {
        setTimeout(lookAgain, 4000);
      });
  }

  function theme() {
    return root.getAttribute('data-theme') === 'dark' ? 'dark' : 'default';
  }

  function embed() {
    var mount = place.querySelector('.analytics-mount');
    var wait = place.querySelector('.analytics-wait');
    var failed = place.querySelector('.analytics-failed');
    var shown = null;
    var shape = '';
    var height = 0;

    function token() {
      return fetch('/api/superset-token/' + place.getAttribute('data-analytics'), {
        method: 'POST',
        credentials: 'same-origin',
        headers: { Accept: 'application/json' }
      }).then(function (answer) {
        if (answer.status === 401) {
          location.reload();
        }
        if (!answer.ok) {
          throw new Error('no guest token: ' + answer.status);
        }
        return answer.json().then(function (body) {
          return body.token;
        });
      });
    }

    function fail() {
      wait.hidden = true;
      failed.hidden = false;
      place.setAttribute('aria-busy', 'false');
    }

    function measure() {
      var asked = shown;
      if (!asked || document.hidden) {
        return;
      }
      asked.getScrollSize().then(function (size) {
        var frame = mount.querySelector('iframe');
        if (asked === shown && frame && size.height > 0 && size.height !== height) {
          height = size.height;
          frame.style.height = height + 'px';
        }
        if (size.height > 200) {
          wait.hidden = true;
          place.setAttribute('aria-busy', 'false');
        }
      }, function () {
        // Not ready to say yet.
      });
    }

    function show() {
      var wanted = mount.clientWidth < NARROW ? 'narrow' : 'wide';
      if (wanted === shape) {
        return;
      }
      shape = wanted;
      shown = null;
      height = 0;
      window.supersetEmbeddedSdk
        .embedDashboard({
          id: place.getAttribute('data-' + wanted),
          supersetDomain: location.origin + '/api/superset',
          mountPoint: mount,
          iframeTitle: place.getAttribute('data-title'),
          fetchGuestToken: token,
          dashboardUiConfig: { hideTitle: true, hideChartControls: true, filters: { visible: true, expanded: false } },
          referrerPolicy: 'same-origin'
        })
        .then(function (dashboard) {
          if (shape !== wanted) {
            return;
          }
          shown = dashboard;
          shown.setThemeMode(theme());
        })
        .catch(fail);
    }

    new MutationObserver(function () {
      if (shown) {
        shown.setThemeMode(theme());
      }
    }).observe(root, { attributes: true, attributeFilter: ['data-theme'] });
    var settled = 0;
    window.addEventListener('resize', function () {
      clearTimeout(settled);
      settled = setTimeout(show, 300);
    });
    setInterval(measure, 700);
    show();
  }

  if (place) {
    embed();
  } else if (state && state.getAttribute('data-analytics-state') !== 'not_configured') {
    setTimeout(lookAgain, 4000);
  }
})();
