// Shows what the pointed-at piece of a chart says. The same words stand in the table behind each chart.
(function () {
  'use strict';
  var tip = null;

  function hide() {
    if (tip) {
      tip.remove();
      tip = null;
    }
  }

  document.addEventListener('pointermove', function (event) {
    var over = event.target.closest ? event.target.closest('[data-tip]') : null;
    if (!over || event.pointerType === 'touch') {
      hide();
      return;
    }
    if (!tip) {
      tip = document.createElement('div');
      tip.className = 'tip';
      tip.setAttribute('aria-hidden', 'true');
      document.body.append(tip);
    }
    tip.textContent = over.getAttribute('data-tip');
    var left = event.clientX + 14;
    var top = event.clientY + 14;
    if (left + tip.offsetWidth > window.innerWidth - 8) {
      left = event.clientX - tip.offsetWidth - 14;
    }
    if (top + tip.offsetHeight > window.innerHeight - 8) {
      top = event.clientY - tip.offsetHeight - 14;
    }
    tip.style.transform = 'translate(' + Math.max(8, left) + 'px,' + Math.max(8, top) + 'px)';
  });
  document.addEventListener('pointerleave', hide);
  document.addEventListener('scroll', hide, { passive: true });
})();
