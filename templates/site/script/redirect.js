/* The way on keeps what was asked of the old address: without this, a deep link would lose its anchor. */
location.replace(document.currentScript.dataset.target + location.search + location.hash);
