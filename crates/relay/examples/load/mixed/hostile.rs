// SPDX-License-Identifier: Apache-2.0
//! Those who are slow, broken, or mean it badly.

use super::{
    Stage,
    line::Line,
    people::{pick, rest},
};
use kindhold_vault::{Random, conformance::Seeded, together::Request};
use std::{
    io::{Read, Write},
    net::{Shutdown, SocketAddr, TcpStream},
    sync::{Arc, atomic::Ordering},
    thread::Scope,
    time::{Duration, Instant},
};

/// Connections that one slow client holds.
const SLOW: usize = 40;
/// A head that is not whole after so long must have been let go: the server's 20 seconds, and some air.
const HEAD: Duration = Duration::from_secs(30);

/// Starts all of them, a thread each.
pub(crate) fn all<'s>(scope: &'s Scope<'s, '_>, stage: &'s Stage, address: SocketAddr) {
    let until_over = move |work: fn(&Stage, SocketAddr, &mut Seeded), pause: u64| {
        scope.spawn(move || {
            let mut random = Seeded(pause * 77 + 5);
            while !stage.over.load(Ordering::Relaxed) {
                work(stage, address, &mut random);
                rest(stage, Duration::from_millis(pause));
            }
        });
    };
    until_over(slow_heads, 1000);
    until_over(slow_body, 1500);
    until_over(garbage, 700);
    until_over(too_much, 2000);
    until_over(cut, 600);
    until_over(too_often, 60_000);
    until_over(mailboxes, 900);
}

fn connect(address: SocketAddr) -> Option<TcpStream> {
    let stream = TcpStream::connect(address).ok()?;
    let brief = Some(Duration::from_millis(20));
    stream.set_read_timeout(brief).ok()?;
    stream
        .set_write_timeout(Some(Duration::from_secs(2)))
        .ok()?;
    Some(stream)
}

/// Whether the other side has let go.
fn is_over(stream: &mut TcpStream) -> bool {
    match stream.read(&mut [0; 512]) {
        Ok(0) => true,
        Ok(_) => false,
        Err(e) => !matches!(
            e.kind(),
            std::io::ErrorKind::WouldBlock | std::io::ErrorKind::TimedOut
        ),
    }
}

/// Many connections whose heads never end.
fn slow_heads(stage: &Stage, address: SocketAddr, _: &mut Seeded) {
    let begun = Instant::now();
    let mut all: Vec<TcpStream> = (0..SLOW).filter_map(|_| connect(address)).collect();
    for stream in &mut all {
        let _ = stream.write_all(b"POST /relay/v1/push HTTP/1.1\r\nhost: x\r\n");
    }
    while !all.is_empty() && !stage.over.load(Ordering::Relaxed) {
        rest(stage, Duration::from_secs(2));
        all.retain_mut(|stream| stream.write_all(b"x-a: b\r\n").is_ok() && !is_over(stream));
        if begun.elapsed() > HEAD {
            stage
                .toll
                .fault(format!("{} slow heads are held for ever", all.len()));
            return;
        }
    }
    stage.toll.add("slow heads let go", SLOW as u64);
}

/// A body of which a byte comes now and then; given up by whoever sends it after a while.
fn slow_body(stage: &Stage, address: SocketAddr, random: &mut Seeded) {
    let Some(mut stream) = connect(address) else {
        return;
    };
    let head = b"POST /relay/v1/vaults HTTP/1.1\r\nhost: x\r\ncontent-length: 100000\r\n\r\n";
    let _ = stream.write_all(head);
    for _ in 0..5 + pick(random, 70) {
        rest(stage, Duration::from_secs(1));
        if stage.over.load(Ordering::Relaxed) || stream.write_all(b"x").is_err() {
            break;
        }
    }
    stage.toll.count("slow bodies");
}

/// Bytes that are no request.
fn garbage(stage: &Stage, address: SocketAddr, random: &mut Seeded) {
    let Some(mut stream) = connect(address) else {
        return;
    };
    let mut bytes = vec![0; pick(random, 40_000) as usize + 1];
    random.fill(&mut bytes);
    let _ = stream.write_all(&bytes);
    is_over(&mut stream);
    stage.toll.count("connections with garbage");
}

fn request(method: &'static str, path: &str, body: Vec<u8>) -> Request {
    Request {
        method,
        path: path.to_owned(),
        token: None,
        etag: None,
        body,
    }
}

/// Requests that are larger than anything may be, or nonsense with a whole head.
fn too_much(stage: &Stage, address: SocketAddr, random: &mut Seeded) {
    let line = Line::new(address, "10.66.0.1".into(), Arc::clone(&stage.toll));
    let id = "mailboxes/0000000000000000000000000000c0de";
    for (method, path, most) in [
        ("PUT", id, 9000),
        ("POST", "session", 4000),
        ("POST", "vaults", 3000),
        ("PUT", "account", 3000),
        ("POST", "pull", 3000),
        ("GET", "doors/nonsense", 1),
    ] {
        let mut body = vec![0; most];
        random.fill(&mut body);
        if line
            .ask(&request(method, path, body))
            .is_ok_and(|a| a.status < 300)
        {
            stage.toll.fault(format!("{path} took nonsense"));
        }
    }
    // What is far too large is refused before it has all come: then there may be no answer to read.
    let Some(mut stream) = connect(address) else {
        return;
    };
    let head = b"POST /relay/v1/vaults HTTP/1.1\r\nhost: x\r\ncontent-length: 50000000\r\n\r\n";
    let _ = stream.write_all(head);
    let block = vec![7; 65_536];
    let sent = (0..400).take_while(|_| stream.write_all(&block).is_ok() && !is_over(&mut stream));
    if sent.count() == 400 {
        stage.toll.fault("a body of 25 MB was taken".into());
    }
    stage.toll.count("bodies that were too large");
}

/// Requests that break off in the middle.
fn cut(stage: &Stage, address: SocketAddr, random: &mut Seeded) {
    let Some(mut stream) = connect(address) else {
        return;
    };
    let head = b"PUT /relay/v1/mailboxes/00000000000000000000000000000bad HTTP/1.1\r\nhost: x\r\n\
                 content-length: 5000\r\n\r\n";
    let end = pick(random, head.len() as u64) as usize;
    let _ = stream.write_all(
        &head[..if end.is_multiple_of(3) {
            head.len()
        } else {
            end
        }],
    );
    let _ = stream.write_all(&[1; 700]);
    let _ = stream.shutdown(Shutdown::Both);
    stage.toll.count("requests cut off");
}

/// One address that asks far too often.
fn too_often(stage: &Stage, address: SocketAddr, _: &mut Seeded) {
    let line = Line::new(address, "10.66.0.2".into(), Arc::clone(&stage.toll));
    for _ in 0..900 {
        if stage.over.load(Ordering::Relaxed) {
            return;
        }
        match line.ask(&request("POST", "challenge", Vec::new())) {
            Ok(answer) if answer.status == 429 => {
                stage.toll.count("times somebody was told to be slower");
                return;
            }
            Ok(_) => {}
            Err(_) => return,
        }
    }
}

/// Messages that nobody will fetch.
fn mailboxes(stage: &Stage, address: SocketAddr, random: &mut Seeded) {
    let from = format!("10.67.{}.{}", pick(random, 250), pick(random, 250));
    let line = Line::new(address, from, Arc::clone(&stage.toll));
    let id: [u8; 16] = random.make();
    let id: String = id.iter().map(|b| format!("{b:02x}")).collect();
    let mut message = vec![0; pick(random, 8000) as usize + 1];
    random.fill(&mut message);
    let put = line.ask(&request("PUT", &format!("mailboxes/{id}"), message.clone()));
    if !put.is_ok_and(|a| a.status == 201) {
        return;
    }
    stage.toll.count("messages put into mailboxes");
    let got = line.ask(&request("GET", &format!("mailboxes/{id}"), Vec::new()));
    if got.is_ok_and(|a| a.status == 404 || (a.status == 200 && a.body != message)) {
        stage.toll.fault("a message is not as it was put".into());
    }
}
