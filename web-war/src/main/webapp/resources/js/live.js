// A line to the server that says which kinds of cards changed. Comes back by itself, ever more slowly, when it breaks.
(function () {
  'use strict';
  var listeners = [];
  var wait = 1000;
  var socket = null;
  var pinger = null;

  function show(state) {
    document.documentElement.setAttribute('data-live', state);
    document.querySelectorAll('[data-live-state]').forEach(function (dot) {
      dot.setAttribute('data-live-state', state);
    });
  }

  function tell(kinds) {
    listeners.forEach(function (listener) {
      listener(kinds);
    });
  }

  function connect() {
    socket = new WebSocket(location.origin.replace(/^http/, 'ws') + '/app/live');
    socket.onopen = function () {
      if (wait > 1000) {
        tell(['all']); // something may have changed while nobody told us
      }
      wait = 1000;
      show('on');
      pinger = setInterval(function () {
        socket.send('ping');
      }, 30000);
    };
    socket.onmessage = function (message) {
      tell(JSON.parse(message.data).kinds);
    };
    socket.onclose = function (event) {
      clearInterval(pinger);
      show('off');
      if (event.code !== 1008) {
        setTimeout(connect, wait + Math.random() * 500);
        wait = Math.min(wait * 2, 60000);
      }
    };
  }

  window.PulseLive = {
    on: function (listener) {
      listeners.push(listener);
    }
  };
  connect();
})();
