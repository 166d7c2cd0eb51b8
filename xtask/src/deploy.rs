// SPDX-License-Identifier: Apache-2.0
//! Whether what lies in `deploy/` works: the unit by systemd's own word, the proxies by running them before the
//! real program.

use crate::{
    build::{Quality, program_of},
    process::{program, run_kept},
    tools, workspace,
};
use anyhow::{Context as _, Result, bail, ensure};
use std::{
    fs,
    io::{BufRead as _, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::Duration,
};

pub(crate) const HELP: &str = "\
cargo xtask deploy                   the files in deploy/: systemd's verdict, nginx and Caddy before the real program
";

/// The name in the files, and where they are tried.
const NAME: &str = "kindhold.example.org";
/// systemd's measure of exposure goes from 0 to 10; below 2 it says OK.
const EXPOSURE: f64 = 2.0;

pub(crate) fn deploy() -> Result<()> {
    for (name, package) in [
        ("systemd-analyze", "systemd"),
        ("nginx", "nginx-light"),
        ("caddy", "caddy"),
        ("curl", "curl"),
        ("openssl", "openssl"),
    ] {
        let found = tools::find(&[name]).is_some() || Path::new("/usr/sbin").join(name).exists();
        ensure!(
            found,
            "Missing here: {name}. On Debian: sudo apt-get install {package}"
        );
    }
    let folder = workspace::target().join("deploy");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    unit(&folder)?;
    let kindhold = serve(&folder)?;
    certificate(&folder)?;
    proxy("nginx", &nginx(&folder, &kindhold.1)?)?;
    proxy("caddy", &caddy(&folder, &kindhold.1)?)?;
    Ok(())
}

/// A program that ends with us.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let id = self.0.id().to_string();
        // nginx lets its workers go only when it is asked.
        let _ = Command::new("kill").arg(&id).status();
        thread::sleep(Duration::from_millis(300));
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn file(name: &str) -> Result<String> {
    let path = workspace::root().join("deploy").join(name);
    fs::read_to_string(&path).with_context(|| path.display().to_string())
}

fn unit(folder: &Path) -> Result<()> {
    let path = folder.join("kindhold.service");
    // It looks whether the program is there.
    let unit = file("kindhold.service")?.replace("/usr/local/bin/kindhold", "/bin/true");
    fs::write(&path, unit)?;
    let said = run_kept(program("systemd-analyze").arg("verify").arg(&path))?;
    ensure!(said.trim().is_empty(), "systemd says: {said}");
    let mut security = program("systemd-analyze");
    security.args(["security", "--offline=true", "--no-pager"]);
    let said = run_kept(security.arg(&path))?;
    let exposure = said.split("kindhold.service:").nth(1);
    let exposure = exposure.and_then(|rest| rest.split_whitespace().next()?.parse::<f64>().ok());
    let exposure = exposure.context("systemd does not say how exposed the unit is")?;
    ensure!(exposure < EXPOSURE, "exposed: {exposure}");
    println!("✓ systemd: the unit is sound; exposure {exposure} of 10");
    Ok(())
}

/// The real program, with the site if it was built. Answers with where it is.
fn serve(folder: &Path) -> Result<(Running, String)> {
    let product = program_of(Quality::Run);
    ensure!(product.exists(), "First: cargo xtask build");
    let mut child = Command::new(product)
        .args([
            "serve",
            "--addr",
            "127.0.0.1:0",
            "--proxy",
            "127.0.0.1",
            "--data",
        ])
        .arg(folder.join("data"))
        .stdout(Stdio::piped())
        .spawn()?;
    let mut line = String::new();
    let out = child.stdout.take().context("a pipe")?;
    let running = Running(child);
    BufReader::new(out).read_line(&mut line)?;
    let address = line
        .split("http://")
        .nth(1)
        .and_then(|l| l.split('/').next());
    Ok((running, address.context("it says where it is")?.to_owned()))
}

fn certificate(folder: &Path) -> Result<()> {
    let mut make = program("openssl");
    make.args([
        "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
    ]);
    make.args(["-subj", &format!("/CN={NAME}"), "-keyout"]);
    make.arg(folder.join("privkey.pem"))
        .arg("-out")
        .arg(folder.join("fullchain.pem"));
    run_kept(&mut make).map(drop)
}

fn free_port() -> Result<u16> {
    Ok(std::net::TcpListener::bind("127.0.0.1:0")?
        .local_addr()?
        .port())
}

/// A proxy that is about to run: its program, its port, and what must stay empty.
struct Proxy {
    command: Command,
    port: u16,
    quiet: Vec<PathBuf>,
}

fn nginx(folder: &Path, kindhold: &str) -> Result<Proxy> {
    let (port, plain) = (free_port()?, free_port()?);
    let home = folder.join("nginx");
    fs::create_dir_all(&home)?;
    let live = format!("/etc/letsencrypt/live/{NAME}");
    let site = file("nginx.conf")?
        .replace(&live, &folder.to_string_lossy())
        .replace("/var/log/nginx", &home.to_string_lossy())
        .replace("127.0.0.1:8080", kindhold)
        .replace("[::]:", "127.0.0.2:")
        .replace("443", &port.to_string())
        .replace("listen 80;", &format!("listen {plain};"))
        .replace("127.0.0.2:80;", &format!("127.0.0.2:{plain};"));
    let h = home.display();
    let kinds = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
    let places = kinds.map(|kind| format!("{kind}_temp_path {h}/{kind};"));
    let user = if run_kept(program("id").arg("-u"))?.trim() == "0" {
        "user root;"
    } else {
        ""
    };
    let whole = format!(
        "{user} daemon off; pid {h}/pid; error_log {h}/error.log crit; events {{}}\n\
         http {{ access_log {h}/access.log; {}\n{site} }}\n",
        places.join(" ")
    );
    let conf = home.join("whole.conf");
    fs::write(&conf, whole)?;
    let binary = tools::find(&["nginx"]).unwrap_or_else(|| "/usr/sbin/nginx".into());
    run_kept(program(&binary).arg("-t").arg("-c").arg(&conf))?;
    let mut command = program(&binary);
    command.arg("-c").arg(&conf);
    let quiet = ["access.log", "kindhold.log", "client_body", "proxy"];
    Ok(Proxy {
        command,
        port,
        quiet: quiet.iter().map(|name| home.join(name)).collect(),
    })
}

fn caddy(folder: &Path, kindhold: &str) -> Result<Proxy> {
    let port = free_port()?;
    let (cert, key) = (folder.join("fullchain.pem"), folder.join("privkey.pem"));
    let tls = format!("tls {} {}\n\t# The largest", cert.display(), key.display());
    let site = file("Caddyfile")?
        .replace("127.0.0.1:8080", kindhold)
        .replace(&format!("{NAME} {{"), &format!("{NAME}:{port} {{"))
        .replace("admin off", "admin off\n\tauto_https disable_redirects")
        .replacen("# The largest", &tls, 1);
    let conf = folder.join("Caddyfile");
    fs::write(&conf, site)?;
    let mut validate = program("caddy");
    validate.args(["validate", "--adapter", "caddyfile", "--config"]);
    run_kept(validate.arg(&conf).env("HOME", folder))?;
    let mut command = program("caddy");
    command
        .args(["run", "--adapter", "caddyfile", "--config"])
        .arg(&conf);
    command.env("HOME", folder);
    Ok(Proxy {
        command,
        port,
        quiet: Vec::new(),
    })
}

/// Runs a proxy and asks through it as devices do.
fn proxy(name: &str, proxy: &Proxy) -> Result<()> {
    let mut command = Command::new(proxy.command.get_program());
    command.args(proxy.command.get_args());
    for (key, value) in proxy.command.get_envs() {
        command.env(key, value.unwrap_or_default());
    }
    let child = command
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()?;
    let _running = Running(child);
    let base = format!("https://{NAME}:{}", proxy.port);
    let ask = |args: &[&str], path: &str| {
        let mut curl = program("curl");
        curl.args(["--silent", "--show-error", "--insecure", "--max-time", "80"]);
        curl.args(["--resolve", &format!("{NAME}:{}:127.0.0.1", proxy.port)]);
        run_kept(curl.args(args).arg(format!("{base}{path}")))
    };
    let up = (0..50).any(|_| {
        thread::sleep(Duration::from_millis(200));
        ask(&[], "/healthz").is_ok_and(|said| said == "ok")
    });
    ensure!(up, "{name} does not lead to Kindhold");
    let status = ["--output", "/dev/null", "--write-out", "%{http_code}"];
    let with = |more: &[&str], path: &str| ask(&[&status[..], more].concat(), path);
    let head = ask(&["--head"], "/")?.to_lowercase();
    for wanted in ["strict-transport-security:", "content-security-policy:"] {
        ensure!(
            head.matches(wanted).count() == 1,
            "{name}: {wanted} once, in\n{head}"
        );
    }
    // A push of nearly 4 MiB goes through as far as the sign-in; more than 5 MB does not.
    let large = workspace::target().join("deploy").join("large");
    fs::write(&large, vec![7; 4_100_000])?;
    let at = format!("@{}", large.display());
    let pushed = with(&["--data-binary", &at], "/relay/v1/push")?;
    ensure!(pushed == "401", "{name}: a large push: {pushed}");
    fs::write(&large, vec![7; 6_000_000])?;
    let refused = with(&["--data-binary", &at], "/relay/v1/push")?;
    ensure!(
        refused == "413" || refused == "401",
        "{name}: too large: {refused}"
    );
    // Somebody who waits for a message that does not come waits as long as they asked.
    let waited = with(
        &[],
        "/relay/v1/mailboxes/00000000000000000000000000000000?wait=50",
    )?;
    ensure!(
        waited == "404",
        "{name}: a wait of 50 seconds ended in {waited}"
    );
    // Whoever claims another address is counted as who they are: with one, they are told to be slower.
    let mut claimed = String::new();
    for n in 1..=3 {
        let claim = format!("x-forwarded-for: 10.9.{n}.1");
        let each = [
            "--output",
            "/dev/null",
            "--write-out",
            "%{http_code} ",
            "--header",
            &claim,
        ];
        claimed.push_str(&ask(&each, "/relay/v1/info?[1-400]")?);
    }
    ensure!(
        claimed.contains("429"),
        "{name}: a claimed address is believed"
    );
    for path in &proxy.quiet {
        let size = match fs::read_dir(path) {
            Ok(entries) => entries.flatten().count() as u64,
            Err(_) => fs::metadata(path).map_or(0, |m| m.len()),
        };
        if size > 0 {
            bail!("{name} wrote {}", path.display());
        }
    }
    println!(
        "✓ {name}: pages, a push of 4 MB, a wait of 50 seconds, addresses; nothing written down"
    );
    Ok(())
}
