const { app, BrowserWindow } = require('electron');

// A browser and nothing else: no preload script, no protocol of ours, a page that the network brings.
app.setPath('userData', process.env.CACHET_USER_DATA);
app.whenReady().then(() => {
  const frame = app.commandLine.getSwitchValue('ozone-platform') !== 'headless';
  const window = new BrowserWindow({ width: 1360, height: 860, frame, webPreferences: { sandbox: true } });
  window.webContents.session.on('will-download', (_event, item) => {
    item.setSavePath(require('node:path').join(process.env.CACHET_SAVE_TO, item.getFilename()));
  });
  window.loadURL(process.env.CACHET_PAGE);
});
