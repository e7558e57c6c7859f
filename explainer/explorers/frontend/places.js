function render({ model, el }) { return () => {}; }
